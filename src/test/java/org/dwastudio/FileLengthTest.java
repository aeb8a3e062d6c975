package org.dwastudio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The length of source files, which a reader should be able to keep in mind. */
class FileLengthTest {
    private static final int MOST_LINES = 300;

    @Test
    void noSourceFileIsLong() throws IOException {
        Map<Path, Integer> lengths = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                lengths.put(file, Files.readAllLines(file).size());
            }
        }

        assertThat(lengths).hasSizeGreaterThan(1000);
        assertThat(lengths.entrySet())
                .filteredOn(length -> length.getValue() > MOST_LINES)
                .isEmpty();
    }
}
