package org.dwastudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder to which the libraries of PyTorch cannot be unpacked. */
class EngineCacheTest {
    @TempDir
    private Path folder;

    @Test
    void aCacheThatCannotBeWrittenIsNamedInOneSentence() throws Exception {
        Path cache = Files.writeString(folder.resolve("cache"), "a file, not a folder");

        Process child = ChildRun.start(
                folder,
                Map.of("DJL_CACHE_DIR", cache.toString(), "ENGINE_CACHE_DIR", cache.toString()),
                "synthesize",
                "--config",
                Files.writeString(folder.resolve("experiment.yaml"), "format: 1\n")
                        .toString(),
                "--out",
                folder.resolve("run").toString());

        assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isEqualTo(1);
        assertThat(ChildRun.output(folder).lines())
                .filteredOn(line -> line.contains("PyTorch"))
                .singleElement()
                .asString()
                .startsWith("The libraries of PyTorch cannot be unpacked to " + cache.resolve("pytorch") + " (")
                .endsWith("or set the environment variable DJL_CACHE_DIR to another folder.");
        assertThat(ChildRun.output(folder)).doesNotContain("Exception");
    }
}
