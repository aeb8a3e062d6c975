package org.dwastudio.cli.option;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dwastudio.bench.StepVariant;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.stage.export.format.ExportFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Parser of one of several named values; an unknown name is answered with the known ones.
 *
 * @param <V> type of the values
 */
public abstract class NamedValueConverter<V> implements ITypeConverter<V> {
    private final Map<String, V> values;

    private NamedValueConverter(List<V> values, Function<V, String> name) {
        this.values = values.stream()
                .collect(Collectors.toMap(name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    @Override
    public V convert(String name) {
        V value = values.get(name);
        if (value == null) {
            throw new TypeConversionException("'" + name + "' is not one of " + String.join(", ", values.keySet()));
        }
        return value;
    }

    /** Parser of a variant of the benchmark. */
    public static final class OfVariant extends NamedValueConverter<StepVariant> {
        OfVariant() {
            super(Arrays.asList(StepVariant.values()), StepVariant::key);
        }
    }

    /** Parser of a published dataset. */
    public static final class OfDataset extends NamedValueConverter<PublishedDataset> {
        OfDataset() {
            super(Arrays.asList(PublishedDataset.values()), PublishedDataset::key);
        }
    }

    /** Parser of an export format. */
    public static final class OfExportFormat extends NamedValueConverter<ExportFormat> {
        OfExportFormat() {
            super(Arrays.asList(ExportFormat.values()), ExportFormat::key);
        }
    }

    /** Parser of the language of a report. */
    public static final class OfReportLanguage extends NamedValueConverter<Locale> {
        OfReportLanguage() {
            super(List.of(Locale.ENGLISH, Locale.JAPANESE), Locale::getLanguage);
        }
    }
}
