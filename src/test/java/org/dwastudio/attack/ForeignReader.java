package org.dwastudio.attack;

import java.nio.file.Path;
import java.util.List;

/**
 * Reader of files that other people may have made or changed.
 *
 * @param name name in failure messages; it also varies the random numbers
 * @param seed writer of a small valid input
 * @param targets files of the input that are attacked, relative to its folder
 * @param reading reading of the input, as the program does it
 * @param limits limits of one reading
 * @param wrapping container of the content
 * @param cost time of a reading, as a multiple of that of most others; fewer inputs are tried then
 */
record ForeignReader(
        String name, Seed seed, List<String> targets, Reading reading, Limits limits, Wrapping wrapping, int cost) {

    /** Writer of a valid input. */
    @FunctionalInterface
    interface Seed {
        /** Writes the input into an empty folder. */
        void writeTo(Path folder) throws Exception;
    }

    /** Reading of an input. */
    @FunctionalInterface
    interface Reading {
        /**
         * Reads the input.
         *
         * @param folder folder of the input
         * @param scratch empty folder that the program may write to, such as its cache
         */
        void read(Path folder, Path scratch) throws Exception;
    }

    /**
     * Limits of one reading.
     *
     * @param bytes allocated bytes that are harmless for any input
     * @param perByte further allocated bytes for each byte of the input
     * @param namesFile true if messages name the file; false where the caller adds it
     */
    record Limits(long bytes, long perByte, boolean namesFile) {
        static final Limits SMALL = new Limits(64L << 20, 200, true);
        /** Any image may have 16 million pixels, and is read several times. */
        static final Limits IMAGES = new Limits(512L << 20, 50_000, true);
        /** Headers of archives may have 1 MiB each. */
        static final Limits ARCHIVES = new Limits(256L << 20, 50_000, true);
        /** A teacher that does not match is compared with all networks of the catalog. */
        static final Limits TEACHER = new Limits(1L << 30, 200, true);
        /** {@code ReadBudget} allows 256 MiB for any file of weights; text and buffers come on top. */
        static final Limits WEIGHTS = new Limits(320L << 20, 200, true);
    }

    ForeignReader {
        targets = List.copyOf(targets);
    }

    /** Creates a reader of one file with the usual limits. */
    static ForeignReader of(String name, Seed seed, String target, Reading reading) {
        return new ForeignReader(name, seed, List.of(target), reading, Limits.SMALL, Wrapping.NONE, 1);
    }

    /** Creates a reader of several files with the usual limits. */
    static ForeignReader of(String name, Seed seed, List<String> targets, Reading reading) {
        return new ForeignReader(name, seed, targets, reading, Limits.SMALL, Wrapping.NONE, 1);
    }

    ForeignReader within(Limits others) {
        return new ForeignReader(name, seed, targets, reading, others, wrapping, cost);
    }

    ForeignReader wrapped(Wrapping container) {
        return new ForeignReader(name, seed, targets, reading, limits, container, cost);
    }

    ForeignReader slow(int times) {
        return new ForeignReader(name, seed, targets, reading, limits, wrapping, times);
    }

    @Override
    public String toString() {
        return name;
    }
}
