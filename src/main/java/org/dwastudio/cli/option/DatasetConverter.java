package org.dwastudio.cli.option;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.dwastudio.data.PublishedDataset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parser of the name of a published dataset. */
public final class DatasetConverter implements ITypeConverter<PublishedDataset> {
    @Override
    public PublishedDataset convert(String name) {
        return Arrays.stream(PublishedDataset.values())
                .filter(dataset -> dataset.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + name + "' is not one of "
                        + Arrays.stream(PublishedDataset.values())
                                .map(PublishedDataset::key)
                                .collect(Collectors.joining(", "))));
    }
}
