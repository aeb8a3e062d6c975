package org.dwastudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dwastudio.data.TinyDigits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that runs of all stages that are killed at random times and resumed until they are done give the same result as
 * an uninterrupted run. Each process lives for a random time of up to six seconds, so that kills hit the startup as
 * well as all stages.
 */
@Tag("slow")
class KilledAtRandomTest {
    private static final int KILLS = 50;
    private static final int LONGEST_LIFE_MILLISECONDS = 6000;
    private static final String EXPERIMENT = """
            name: tiny
            seed: 3
            dataset:
              source: %s
            squeeze:
              architecture: convnet
              width: 8
              epochs: 4
              batchSize: 8
              cropPadding: 1
            synthesis:
              imagesPerClass: 4
              iterations: 120
              batchSize: 6
              jitter: 2
            evaluation:
              architecture: convnet
              width: 8
              epochs: 12
              batchSize: 8
              students: 1
              measurements: 4
              cropPadding: 1
              averageDecay: 0.9
              softLabels: stored
            """;

    @TempDir
    private Path folder;

    private Path config;

    @BeforeEach
    void writeExperiment() throws IOException {
        Path dataset = TinyDigits.write(folder.resolve("digits"), 240, 40);
        config = Files.writeString(folder.resolve("experiment.yaml"), EXPERIMENT.formatted(dataset));
    }

    @Test
    void everyRunEndsAsIfItHadNeverBeenKilled() throws Exception {
        // Always the same folder: experiments and images contain the paths of their inputs.
        Path target = folder.resolve("run");
        assertThat(start(target).waitFor()).as(() -> output()).isZero();
        Map<String, String> expected = content(target);
        Files.move(target, folder.resolve("whole"));
        assertThat(expected.keySet())
                .contains(
                        "teacher/teacher.safetensors",
                        "distilled/metrics.csv",
                        "distilled/images/09_9/03.png",
                        "export/npz/images.npz")
                .anyMatch(name -> name.matches("distilled/soft-labels/.*/epoch-00011\\.safetensors"));
        long seed = new Random().nextLong();
        System.out.println("KilledAtRandomTest: seed " + seed);
        Random random = new Random(seed);

        int kills = 0;
        for (int run = 0; kills < KILLS; run++) {
            int before = kills;
            while (!ended(start(target), random)) {
                kills++;
            }
            String name = "seed " + seed + ", run " + run + ", kills " + (kills - before);
            System.out.println("KilledAtRandomTest: " + name);
            assertThat(content(target)).as(name).isEqualTo(expected);
            Files.move(target, folder.resolve("killed-" + run));
        }
    }

    /** Returns whether the process ended before it was killed. */
    private boolean ended(Process child, Random random) throws InterruptedException {
        if (child.waitFor(random.nextInt(LONGEST_LIFE_MILLISECONDS), TimeUnit.MILLISECONDS)) {
            assertThat(child.exitValue()).as(() -> output()).isZero();
            return true;
        }
        child.destroyForcibly().waitFor();
        return false;
    }

    private Process start(Path target) throws IOException {
        return ChildRun.start(
                folder,
                "run",
                "--config",
                config.toString(),
                "--squeeze",
                "--export",
                "npz",
                "--out",
                target.toString());
    }

    private String output() {
        return ChildRun.output(folder);
    }

    /** Returns the content that must match byte for byte: everything except times. */
    private static Map<String, String> content(Path run) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            // A leftover lock file blocks no later run.
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(one -> !one.endsWith(".lock"))
                    .toList()) {
                String name = run.relativize(file).toString();
                if (name.endsWith("evaluation.csv")) {
                    // Without the seconds; the folder is named after the images.
                    content.put(name, Files.readString(file).replaceAll("(?m)^((?:[^,]*,){9})[^,]*,", "$1"));
                } else if (isTimeless(name)) {
                    content.put(name, HexFormat.of().formatHex(Files.readAllBytes(file)));
                } else {
                    content.put(name, "there");
                }
            }
        }
        return content;
    }

    private static boolean isTimeless(String name) {
        return List.of(".safetensors", ".png", ".npz", "metrics.csv", "snapshots.bin").stream()
                .anyMatch(name::endsWith);
    }
}
