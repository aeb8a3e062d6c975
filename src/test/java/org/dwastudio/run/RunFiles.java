package org.dwastudio.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** Content of a run folder, for comparison. */
public final class RunFiles {
    private RunFiles() {}

    /** Returns all files byte by byte, except those with times: the log and the metadata. */
    public static Map<String, String> of(Path run) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = run.relativize(file).toString().replace('\\', '/');
                if (!name.equals("run.log") && !name.equals("run.yaml")) {
                    byte[] bytes = Files.readAllBytes(file);
                    boolean text = name.endsWith(".csv") || name.endsWith(".yaml");
                    content.put(name, text ? new String(bytes, StandardCharsets.UTF_8) : sum(bytes));
                }
            }
        }
        return content;
    }

    private static String sum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return bytes.length + " bytes, " + Long.toHexString(sum.getValue());
    }

    /** Copies a run folder in its current state, as a kill would leave it. */
    public static void copy(Path run, Path target) {
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(run.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (!file.getFileName().toString().equals(".lock")) {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
