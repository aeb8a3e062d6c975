package org.dwastudio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dwastudio.data.format.DatasetFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Nothing calls home. */
@Tag("slow")
@EnabledForJreRange(max = JRE.JAVA_23, disabledReason = "The guard is Java's security manager, which is gone since 24.")
class NoConnectionTest {
    private static final String CONFIG = """
            name: quiet
            seed: 7
            dataset:
              source: %s
              imageSize: 8
            squeeze:
              architecture: convnet3
              width: 8
              epochs: 1
              batchSize: 2
            synthesis:
              imagesPerClass: 2
              iterations: 2
              ascentSteps: 1
            evaluation:
              architecture: convnet3
              width: 8
              epochs: 2
              batchSize: 4
              students: 1
              measurements: 1
              softLabels: stored
            """;

    @TempDir
    private Path folder;

    @Test
    void aFullSessionOpensNoConnectionAndLooksUpNoHost() throws Exception {
        Path pets = folder.resolve("pets");
        new DatasetFiles(pets).splitFolders();
        Files.writeString(folder.resolve("experiment.yaml"), CONFIG.formatted(pets));
        File log = folder.resolve("log.txt").toFile();

        ProcessBuilder builder =
                new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(log);
        builder.environment().put("HOME", folder.toString());
        Process session = builder.start();

        assertThat(session.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(session.exitValue()).as(() -> output(log)).isZero();
        assertThat(Files.readAllLines(folder.resolve("tried.txt")))
                .as("what the guard sees")
                .hasSizeGreaterThanOrEqualTo(6)
                .anyMatch(line -> line.startsWith("look-up of host.invalid"))
                .anyMatch(line -> line.startsWith("connection to 127.0.0.1:9 <") && line.contains("SocketChannel"))
                .anyMatch(line -> line.contains("DatagramChannel"))
                .anyMatch(line -> line.contains("HttpURLConnection"))
                .anyMatch(line -> line.startsWith("request to http://127.0.0.1:9/"));
        assertThat(Files.readAllLines(folder.resolve("refused.txt"))).isEmpty();
        assertThat(folder.resolve("run/distilled/contact-sheet.png")).isRegularFile();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        // The screen that tests draw on.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-D"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Djava.security.manager=allow",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "org.dwastudio.GuardedSession",
                folder.toString()));
        return command;
    }

    private static String output(File log) {
        try {
            return Files.readString(log.toPath());
        } catch (IOException e) {
            return e.toString();
        }
    }
}
