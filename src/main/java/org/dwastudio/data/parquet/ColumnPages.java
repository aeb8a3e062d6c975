package org.dwastudio.data.parquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dwastudio.text.Message;

/**
 * Pages of one part of a column.
 *
 * @param codec number of the compression
 * @param dictionary page of the values that other pages refer to
 * @param data pages of values, in the order of the rows
 */
record ColumnPages(int codec, Optional<Page> dictionary, List<Page> data) {
    ColumnPages {
        data = List.copyOf(data);
    }

    /**
     * Reads the headers of the pages.
     *
     * @throws IOException if they are damaged, or their values are not as many as the rows
     */
    static ColumnPages of(FileChannel file, ParquetColumn.Chunk chunk) throws IOException {
        Optional<Page> dictionary = Optional.empty();
        List<Page> data = new ArrayList<>();
        long end = chunk.start() + chunk.bytes();
        long rows = 0;
        for (long position = chunk.start(); position < end && rows < chunk.rows(); ) {
            Page page = Page.at(file, position, end);
            position = page.end();
            switch (page.kind()) {
                case DICTIONARY -> dictionary = Optional.of(requirePossible(page));
                case DATA, DATA_V2 -> {
                    data.add(page);
                    rows += page.values();
                }
                case OTHER -> {
                    // An index, which is not needed.
                }
            }
        }
        if (rows != chunk.rows()) {
            throw new DamagedParquetException(Message.of("parquet.columnValues", rows, chunk.rows()));
        }
        return new ColumnPages(chunk.codec(), dictionary, data);
    }

    /** Rejects a dictionary that announces more values than it has bytes: each value takes some. */
    private static Page requirePossible(Page dictionary) throws IOException {
        if (dictionary.values() > dictionary.size()) {
            throw new DamagedParquetException(Message.of("parquet.dictionarySize", dictionary.values()));
        }
        return dictionary;
    }
}
