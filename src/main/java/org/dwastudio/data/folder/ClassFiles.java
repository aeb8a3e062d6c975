package org.dwastudio.data.folder;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * Image files of one class, sorted by the code points of their names. Names are kept as bytes in one array, so that a
 * million files take little more memory than the characters of their names.
 */
public final class ClassFiles {
    private final String folder;
    private final byte[] names;
    private final int[] ends;
    private final long[] sizes;

    /**
     * File below the folder.
     *
     * @param name name in UTF-8, with slashes
     * @param bytes size in bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared only by its order.
    public record Found(byte[] name, long bytes) implements Comparable<Found> {
        public static Found of(String name, long bytes) {
            return new Found(name.getBytes(StandardCharsets.UTF_8), bytes);
        }

        /** Compares the names. UTF-8 sorts as code points do. */
        @Override
        public int compareTo(Found other) {
            return Arrays.compareUnsigned(name, other.name);
        }
    }

    /**
     * Packs the files of a folder.
     *
     * @param folder path relative to the dataset's folder, with slashes
     * @throws ArithmeticException if the names are longer than 2 GiB in total
     */
    public ClassFiles(String folder, List<Found> files) {
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

    public int count() {
        return ends.length;
    }

    /** Returns a file's path relative to the class's folder, with slashes. */
    public String name(int file) {
        int start = start(file);
        return new String(names, start, ends[file] - start, StandardCharsets.UTF_8);
    }

    /** Returns a file's size in bytes. */
    public long size(int file) {
        return sizes[file];
    }

    /** Updates a digest with name and size of a file. */
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
