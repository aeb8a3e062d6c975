package org.dwastudio.data.parquet;

import java.util.List;

/**
 * Column of a Parquet file: a leaf of its schema.
 *
 * @param path names from the root to the leaf, for example {@code image}, {@code bytes}
 * @param type physical type
 * @param mostDefined number of optional levels on the path: the definition level of a value that is there
 * @param repeated true if a row may hold several values
 * @param chunks one part for each row group
 */
record ParquetColumn(List<String> path, Type type, int mostDefined, boolean repeated, List<Chunk> chunks) {

    /** Physical type, in the order of the numbers in files. */
    enum Type {
        BOOLEAN,
        INT32,
        INT64,
        INT96,
        FLOAT,
        DOUBLE,
        BYTE_ARRAY,
        FIXED_LEN_BYTE_ARRAY;

        private static final List<Type> ALL = List.of(values());

        /**
         * Returns the type of a number in a file.
         *
         * @throws IndexOutOfBoundsException if there is none
         */
        static Type of(int number) {
            return ALL.get(number);
        }
    }

    /**
     * Part of a column in one row group.
     *
     * @param codec number of the compression
     * @param rows number of rows, of which each has one value or null
     * @param start offset of its first page in the file
     * @param bytes size of all its pages
     */
    record Chunk(int codec, int rows, long start, long bytes) {}

    ParquetColumn {
        path = List.copyOf(path);
        chunks = List.copyOf(chunks);
    }

    /** Returns the name that the column has in a table: the first of its path. */
    String name() {
        return path.get(0);
    }

    /** Returns the last name of its path. */
    String leaf() {
        return path.get(path.size() - 1);
    }

    /** Returns true if its values are whole numbers. */
    boolean isWhole() {
        return type == Type.INT32 || type == Type.INT64;
    }
}
