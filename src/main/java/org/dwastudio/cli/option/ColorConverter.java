package org.dwastudio.cli.option;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dwastudio.config.DatasetConfig;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parser of the color mode of images. */
public final class ColorConverter implements ITypeConverter<DatasetConfig.Colour> {
    @Override
    public DatasetConfig.Colour convert(String name) {
        return Arrays.stream(DatasetConfig.Colour.values())
                .filter(color -> key(color).equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + name + "' is not one of "
                        + Arrays.stream(DatasetConfig.Colour.values())
                                .map(ColorConverter::key)
                                .collect(Collectors.joining(", "))));
    }

    private static String key(DatasetConfig.Colour color) {
        return color.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
