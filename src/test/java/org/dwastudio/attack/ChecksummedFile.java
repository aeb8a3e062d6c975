package org.dwastudio.attack;

import java.nio.file.Path;

/**
 * Kind of file whose format has checksums.
 *
 * @param name name in failure messages
 * @param seed writer of a valid file into an empty folder
 * @param target the file, relative to the folder
 * @param content reading of all values that the program takes from the file
 * @param uncovered bytes at the end for which the format has no checksum
 * @param cost time of a reading, as a multiple of that of most others; fewer bits are tried then
 */
record ChecksummedFile(String name, ForeignReader.Seed seed, String target, Content content, int uncovered, int cost) {
    /** Reading of the values. */
    @FunctionalInterface
    interface Content {
        /**
         * Reads the values.
         *
         * @param folder folder of the input
         * @param scratch empty folder that the program may write to, such as its cache
         * @return an object that equals that of another file of the same values
         */
        Object of(Path folder, Path scratch) throws Exception;
    }

    static ChecksummedFile of(String name, ForeignReader.Seed seed, String target, Content content) {
        return new ChecksummedFile(name, seed, target, content, 0, 1);
    }

    ChecksummedFile withoutEnd(int bytes) {
        return new ChecksummedFile(name, seed, target, content, bytes, cost);
    }

    ChecksummedFile slow(int times) {
        return new ChecksummedFile(name, seed, target, content, uncovered, times);
    }

    @Override
    public String toString() {
        return name;
    }
}
