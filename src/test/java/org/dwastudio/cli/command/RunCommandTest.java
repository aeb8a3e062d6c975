package org.dwastudio.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dwastudio.cli.CommandLineScope;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.data.format.DatasetFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RunCommandTest {
    private static final String CONFIG = """
            name: pets
            seed: 3
            dataset:
              source: %s
            squeeze:
              architecture: convnet3
              width: 8
              epochs: 2
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
            """;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final CommandLineScope commands = new CommandLineScope();

    private Path target;

    @BeforeEach
    void writeExperiment() throws IOException {
        Path pets = folder.resolve("pets");
        new DatasetFiles(pets).splitFolders();
        Files.writeString(folder.resolve("experiment.yaml"), CONFIG.formatted(pets));
        target = folder.resolve("all");
    }

    @Test
    void allStagesRunOnceFromATeacherToExports() throws Exception {
        assertThat(run("--squeeze", "--export", "npz", "--export", "class-folders"))
                .as(commands.err())
                .isZero();

        assertThat(commands.out()).contains("Teacher:  ", "| distilled | soft | 4 | 100 % |", "Hard label recovery");
        assertThat(commands.out()).doesNotContain("done before");
        assertThat(target.resolve("teacher/teacher.safetensors")).isRegularFile();
        assertThat(target.resolve("distilled/contact-sheet.png")).isRegularFile();
        assertThat(target.resolve("export/npz/manifest.json")).isRegularFile();
        assertThat(target.resolve("export/class-folders/manifest.json")).isRegularFile();
        assertThat(target.resolve("report.html")).content().contains("4 instead of 4", "Hard label recovery");
        String images = images();
        String progress = commands.err();

        assertThat(run("--squeeze", "--export", "npz", "--export", "safetensors"))
                .as(commands.err())
                .isZero();
        assertThat(commands.out().lines().filter(line -> line.endsWith("(done before)")))
                .hasSize(4);
        assertThat(commands.out()).contains("| distilled | soft | 4 | 100 % |");
        assertThat(commands.err().substring(progress.length())).doesNotContain("Estimate");
        assertThat(target.resolve("export/safetensors/manifest.json")).isRegularFile();
        assertThat(images()).isEqualTo(images);
    }

    @Test
    void aTeacherThatIsThereIsTaken() throws Exception {
        assertThat(run("--squeeze")).as(commands.err()).isZero();
        Path other = folder.resolve("other");
        String teacher = target.resolve("teacher/teacher.safetensors").toString();
        target = other;

        assertThat(run("--set", "teacher.weights=" + teacher))
                .as(commands.err())
                .isZero();
        assertThat(other.resolve("teacher")).doesNotExist();
        assertThat(other.resolve("distilled/experiment.yaml")).content().contains(teacher);
    }

    @Test
    void otherSettingsNeedAnotherFolder() throws Exception {
        assertThat(run("--squeeze")).as(commands.err()).isZero();

        assertThat(run("--squeeze", "--set", "synthesis.rho=0.1")).isEqualTo(ExitCode.FAILED);
        assertThat(run("--squeeze", "--set", "squeeze.epochs=3")).isEqualTo(ExitCode.FAILED);
        assertThat(run("--squeeze", "--set", "seed=4")).isEqualTo(ExitCode.FAILED);

        assertThat(commands.err().lines().filter(line -> line.contains("was begun with other settings")))
                .hasSize(3);
        assertThat(run("--squeeze", "--set", "evaluation.epochs=1")).isZero();
    }

    @Test
    void softLabelsAreStoredWhereTheRecipeAsksForThem() throws Exception {
        String[] stored = {"--squeeze", "--set", "evaluation.softLabels=stored"};
        assertThat(run(stored)).as(commands.err()).isZero();

        assertThat(commands.out()).contains("Soft labels: " + target.resolve("distilled/soft-labels"));
        assertThat(commands.err()).contains("Soft labels: about ");
        assertThat(run(stored)).as(commands.err()).isZero();
        assertThat(commands.out().lines().filter(line -> line.endsWith("(done before)")))
                .hasSize(4);
    }

    private String images() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(target.resolve("distilled/images"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(file).append(Files.getLastModifiedTime(file));
            }
        }
        return all.toString();
    }

    private int run(String... more) {
        commands.clearOutput();
        String[] arguments = Stream.concat(
                        Stream.of(
                                "run",
                                "--config",
                                folder.resolve("experiment.yaml").toString(),
                                "--out",
                                target.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return commands.run(arguments);
    }
}
