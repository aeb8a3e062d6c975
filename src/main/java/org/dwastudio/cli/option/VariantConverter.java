package org.dwastudio.cli.option;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.dwastudio.bench.StepVariant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parser of the name of a benchmark variant. */
public final class VariantConverter implements ITypeConverter<StepVariant> {
    @Override
    public StepVariant convert(String name) {
        return Arrays.stream(StepVariant.values())
                .filter(variant -> variant.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + name + "' is not one of "
                        + Arrays.stream(StepVariant.values())
                                .map(StepVariant::key)
                                .collect(Collectors.joining(", "))));
    }
}
