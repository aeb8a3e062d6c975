package org.dwastudio.attack;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.file.PathUtils;

/**
 * Folder of one reader: its input, and next to it the folder that it may write to.
 *
 * @param root folder with nothing else
 * @param original content of the valid input
 */
record Sandbox(Path root, Map<Path, byte[]> original) {
    /** Name that no message contains by chance. */
    private static final String INPUT = "attacked";

    private static final String SCRATCH = "scratch";

    /** State of a file without its content: any access that writes changes it. */
    private record Stamp(long size, long modified) {
        static Stamp of(BasicFileAttributes attributes) {
            return new Stamp(
                    attributes.isRegularFile() ? attributes.size() : -1,
                    attributes.isRegularFile() ? attributes.lastModifiedTime().toMillis() : 0);
        }
    }

    /** Writes the valid input of a reader. */
    static Sandbox of(ForeignReader reader, Path root) throws Exception {
        Path input = Files.createDirectories(root.resolve(INPUT));
        reader.seed().writeTo(input);
        Map<Path, byte[]> original = new TreeMap<>();
        for (Path file : stamps(root).keySet()) {
            if (Files.isRegularFile(file)) {
                original.put(file, Files.readAllBytes(file));
            }
        }
        return new Sandbox(root, original);
    }

    Path input() {
        return root.resolve(INPUT);
    }

    Path scratch() {
        return root.resolve(SCRATCH);
    }

    byte[] original(String target) {
        byte[] content = original.get(input().resolve(target));
        if (content == null) {
            throw new AssertionError(target + " is not a file of the input: " + original.keySet());
        }
        return content;
    }

    /** Returns the bytes of the valid input. */
    long size() {
        return original.values().stream().mapToLong(content -> content.length).sum();
    }

    /** Returns the bytes in the folder that the reader may write to. */
    long scratchSize() {
        return FileUtils.sizeOfDirectory(scratch().toFile());
    }

    /** Writes the valid content of a file again. */
    void restore(String target) throws IOException {
        Files.write(input().resolve(target), original(target));
    }

    /** Empties the folder that the reader may write to. */
    void clear() throws IOException {
        if (Files.exists(scratch(), LinkOption.NOFOLLOW_LINKS)) {
            PathUtils.deleteDirectory(scratch());
        }
        Files.createDirectory(scratch());
    }

    /** Returns the state of all files outside of the folder that the reader may write to. */
    Map<Path, ?> state() throws IOException {
        return stamps(root);
    }

    /** Returns the first difference of the files from an earlier state; empty if there is none. */
    String difference(Map<Path, ?> before) throws IOException {
        Map<Path, ?> now = state();
        for (Path file : now.keySet()) {
            if (!now.get(file).equals(before.get(file))) {
                return file + " was written";
            }
        }
        for (Path file : before.keySet()) {
            if (!now.containsKey(file)) {
                return file + " was deleted";
            }
        }
        return "";
    }

    private static Map<Path, Stamp> stamps(Path root) throws IOException {
        Map<Path, Stamp> stamps = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.endsWith(SCRATCH) ? FileVisitResult.SKIP_SUBTREE : visitFile(folder, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                stamps.put(file, Stamp.of(attributes));
                return FileVisitResult.CONTINUE;
            }
        });
        return stamps;
    }
}
