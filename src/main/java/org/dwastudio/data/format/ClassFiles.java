package org.dwastudio.data.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * The image files of one class, sorted by their names' code points. Names are kept as bytes in one array, so that a
 * million files take little more than the letters of their names.
 */
final class ClassFiles {
    private final String folder;
    private final byte[] names;
    private final int[] ends;
    private final long[] sizes;

    /**
     * A file below the folder.
     *
     * @param name in UTF-8, with slashes
     * @param bytes its size
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared but by its order.
    record Found(byte[] name, long bytes) implements Comparable<Found> {
        static Found of(String name, long bytes) {
            return new Found(name.getBytes(StandardCharsets.UTF_8), bytes);
        }

        /** UTF-8 sorts as code points do. */
        @Override
        public int compareTo(Found other) {
            return Arrays.compareUnsigned(name, other.name);
        }
    }

    /**
     * Packs what was found.
     *
     * @param folder relative to the dataset's, with slashes
     * @throws ArithmeticException when the names are longer than 2 GiB together
     */
    ClassFiles(String folder, List<Found> files) {
        this.folder = folder;
        List<Found> sorted = files.stream().sorted().toList();
        ends = new int[sorted.size()];
        sizes = new long[sorted.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end = Math.addExact(end, sorted.get(i).name().length);
            ends[i] = end;
            sizes[i] = sorted.get(i).bytes();
        }
        ByteBuffer packed = ByteBuffer.allocate(end);
        sorted.forEach(file -> packed.put(file.name()));
        names = packed.array();
    }

    String folder() {
        return folder;
    }

    int count() {
        return ends.length;
    }

    /** Relative to the class's folder, with slashes. */
    String name(int file) {
        int start = start(file);
        return new String(names, start, ends[file] - start, StandardCharsets.UTF_8);
    }

    /** In bytes. */
    long size(int file) {
        return sizes[file];
    }

    /** Feeds name and size of a file. */
    void digest(int file, MessageDigest digest) {
        int start = start(file);
        digest.update(names, start, ends[file] - start);
        digest.update(ByteBuffer.allocate(1 + Long.BYTES)
                .put((byte) 0)
                .putLong(sizes[file])
                .flip());
    }

    private int start(int file) {
        return file == 0 ? 0 : ends[file - 1];
    }
}
