package org.dwastudio.cli.option;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.dwastudio.stage.export.format.ExportFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parser of the name of an export format. */
public final class ExportFormatConverter implements ITypeConverter<ExportFormat> {
    @Override
    public ExportFormat convert(String name) {
        return ExportFormat.of(name)
                .orElseThrow(() -> new TypeConversionException("'" + name + "' is not one of "
                        + Arrays.stream(ExportFormat.values())
                                .map(ExportFormat::key)
                                .collect(Collectors.joining(", "))));
    }
}
