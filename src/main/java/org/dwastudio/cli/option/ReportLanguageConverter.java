package org.dwastudio.cli.option;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parser of the language of a report. */
public final class ReportLanguageConverter implements ITypeConverter<Locale> {
    @Override
    public Locale convert(String name) {
        return switch (name) {
            case "en" -> Locale.ENGLISH;
            case "ja" -> Locale.JAPANESE;
            default -> throw new TypeConversionException("'" + name + "' is not one of en, ja");
        };
    }
}
