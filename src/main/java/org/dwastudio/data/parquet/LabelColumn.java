package org.dwastudio.data.parquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Labels of all rows of a file as texts: whole numbers in decimal digits, or names; empty for null. */
final class LabelColumn {
    private LabelColumn() {}

    /**
     * Reads the labels.
     *
     * @param column column of whole numbers or byte arrays
     * @param rows number of rows of the file
     */
    static String[] read(FileChannel file, ParquetColumn column, int rows) throws IOException {
        String[] labels = new String[rows];
        int row = 0;
        for (ParquetColumn.Chunk chunk : column.chunks()) {
            ColumnPages pages = ColumnPages.of(file, chunk);
            PageDecoder decoder = new PageDecoder(file, column, pages.codec());
            row = column.isWhole() ? wholes(pages, decoder, labels, row) : names(pages, decoder, labels, row);
        }
        return labels;
    }

    private static int wholes(ColumnPages pages, PageDecoder decoder, String[] labels, int first) throws IOException {
        Optional<long[]> dictionary = pages.dictionary().isPresent()
                ? Optional.of(decoder.wholes(pages.dictionary().get(), Optional.empty()))
                : Optional.empty();
        int row = first;
        for (Page page : pages.data()) {
            for (long number : decoder.wholes(page, dictionary)) {
                labels[row++] =
                        number == PageDecoder.NULL ? "" : Long.toString(number).intern();
            }
        }
        return row;
    }

    private static int names(ColumnPages pages, PageDecoder decoder, String[] labels, int first) throws IOException {
        Optional<ByteArrays> dictionary = pages.dictionary().isPresent()
                ? Optional.of(decoder.byteArrays(pages.dictionary().get(), Optional.empty()))
                : Optional.empty();
        int row = first;
        for (Page page : pages.data()) {
            ByteArrays values = decoder.byteArrays(page, dictionary);
            for (int i = 0; i < page.values(); i++) {
                labels[row++] = values.value(i)
                        .map(name -> new String(name, StandardCharsets.UTF_8).strip())
                        .orElse("");
            }
        }
        return row;
    }
}
