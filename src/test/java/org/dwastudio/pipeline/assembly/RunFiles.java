package org.dwastudio.pipeline.assembly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a run folder holds, to be compared. */
public final class RunFiles {
    private RunFiles() {}

    /** All files byte by byte, but for what tells times: the log and the facts. */
    public static Map<String, String> of(Path run) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = run.relativize(file).toString().replace('\\', '/');
                if (!name.equals("run.log") && !name.equals("run.yaml")) {
                    byte[] bytes = Files.readAllBytes(file);
                    content.put(
                            name,
                            name.endsWith(".png") || name.endsWith(".safetensors")
                                    ? HexFormat.of().formatHex(bytes)
                                    : new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
                }
            }
        }
        return content;
    }

    /** Copies a run folder as it is at this moment: what a kill would leave. */
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
