package org.dwastudio.cli.option;

import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.setting.SettingValueException;
import org.dwastudio.text.FailureCause;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parser of the color mode of images. */
public final class ColorConverter implements ITypeConverter<DatasetConfig.Color> {
    @Override
    public DatasetConfig.Color convert(String name) {
        try {
            return DatasetConfig.COLOR.constant(name);
        } catch (SettingValueException e) {
            throw new TypeConversionException(FailureCause.messageOf(e));
        }
    }
}
