package org.dwastudio.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.dwastudio.pipeline.synthesis.StepVariant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a variant of the benchmark. */
final class VariantConverter implements ITypeConverter<StepVariant> {
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
