package org.dwastudio.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.dwastudio.cli.CommandLineScope;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.data.format.DatasetFiles;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunDirectoryLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class EvaluateCommandTest {
    private static final String CONFIG = """
            name: tiny
            seed: 3
            synthesis:
              imagesPerClass: 2
              iterations: 2
              ascentSteps: 1
            evaluation:
              architecture: convnet3
              width: 8
              epochs: 4
              batchSize: 10
              students: 1
              measurements: 2
              mix: cutmix
              loss: mse
              hardWeight: 0.025
              averageDecay: 0.9
            """;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final CommandLineScope commands = new CommandLineScope();

    private String distilled;

    @BeforeEach
    void distil() throws IOException {
        Path config = Files.writeString(folder.resolve("experiment.yaml"), CONFIG);
        distilled = folder.resolve("run").toString();
        commands.succeed("synthesize", "--config", config.toString(), "--out", distilled);
    }

    @Test
    void studentsAreTrainedOnceAndTheirTableIsPrintedAndKept() throws Exception {
        commands.succeed("evaluate", "--run", distilled);

        String first = commands.out();
        assertThat(first)
                .contains(
                        "| distilled | soft | 20 | 0.200 % | 1 | ",
                        "| random real | soft | 20 |",
                        "| all real | hard | 10,000 | 100 % |",
                        "Hard label recovery (HLR");
        Path tables = evaluations().get(0);
        assertThat(tables.resolve("evaluation.md")).content().isSubstringOf(first);
        assertThat(tables.resolve("evaluation.csv")).content().hasLineCount(7);
        assertThat(tables.resolve("experiment.yaml")).content().contains("averageDecay: 0.9");
        FileTime written = Files.getLastModifiedTime(tables.resolve("students/distilled-soft-0.json"));

        commands.succeed("evaluate", "--run", distilled, "--set", "evaluation.students=2");
        assertThat(evaluations()).containsExactly(tables);
        assertThat(Files.getLastModifiedTime(tables.resolve("students/distilled-soft-0.json")))
                .isEqualTo(written);
        assertThat(tables.resolve("students/full-real-hard-1.json")).exists();
        assertThat(tables.resolve("evaluation.csv")).content().hasLineCount(13);
    }

    @Test
    void anEstimateIsForTheStudentsThatAreNotFinishedAndLeavesNothing() throws Exception {
        commands.succeed("evaluate", "--run", distilled, "--estimate");
        // Two label kinds, three sets and four epochs of two steps.
        assertThat(commands.out()).contains("Steps:  48, ", "Time:   about ", "Memory: ", "Disk:   at most ");
        assertThat(Path.of(distilled, "evaluation")).doesNotExist();

        commands.succeed("evaluate", "--run", distilled);
        assertThat(commands.err()).contains("Estimate: about ");
        commands.clearOutput();
        commands.succeed("evaluate", "--run", distilled, "--estimate", "--set", "evaluation.students=2");
        assertThat(commands.out()).contains("Steps:  48, ");
        commands.clearOutput();
        commands.succeed("evaluate", "--run", distilled, "--estimate");
        assertThat(commands.out()).contains("Steps:  0, no step is left");
        commands.clearOutput();
        String progress = commands.err();
        commands.succeed("evaluate", "--run", distilled);
        assertThat(commands.err().substring(progress.length())).doesNotContain("Estimate");
        assertThat(commands.out())
                .contains("| distilled | soft | 20 |")
                .endsWith(" (done before)" + System.lineSeparator());
    }

    @Test
    void classesWithFewerImagesThanTheDistilledSetAreWarnedOfBeforeTheRunAndTheComparisonIsOfEqualNumber()
            throws Exception {
        String small = folder.resolve("small").toString();
        String warning = "Warning: Classes with fewer training images than the 2 images per class (ipc) of the"
                + " distilled set (10): T-shirt/top (1), ";
        String config = folder.resolve("experiment.yaml").toString();

        commands.succeed("synthesize", "--config", config, "--set", "dataset.maxPerClass=1", "--estimate");
        assertThat(commands.out()).contains(warning);
        commands.succeed("synthesize", "--config", config, "--set", "dataset.maxPerClass=1", "--out", small);
        assertThat(commands.err()).contains(warning);
        commands.succeed("evaluate", "--run", small);

        assertThat(commands.err()).contains(warning);
        assertThat(commands.out()).contains("| random real | soft | 20 | 200 % |", "| all real | soft | 10 | 100 % |");
    }

    @Test
    void equalSeedsGiveEqualStudents() throws Exception {
        String once = accuraciesAfter(distilled);
        String again = folder.resolve("again").toString();
        commands.run("synthesize", "--config", folder.resolve("experiment.yaml").toString(), "--out", again);
        assertThat(accuraciesAfter(again)).isEqualTo(once);
    }

    @Test
    void studentsOnRealImagesAreTakenFromTheRunNextToIt() throws Exception {
        commands.run("evaluate", "--run", distilled);
        Path kept = evaluations().get(0).resolve("students/random-real-soft-0.json");
        Files.writeString(
                kept,
                Files.readString(kept)
                        .replaceFirst("\"seconds\":[^,]*", "\"seconds\":12345.0")
                        .replaceFirst(",\"checksum\":\"[^\"]*\"", ""));

        assertThat(randomRealSoftBesides("rho-zero", "synthesis.rho=0")).contains("\"seconds\":12345.0");
        assertThat(randomRealSoftBesides("other-seed", "seed=4")).doesNotContain("\"seconds\":12345.0");
    }

    @Test
    void whatCannotBeEvaluatedIsRefusedWithAMessage() throws Exception {
        assertThat(commands.run("evaluate", "--run", folder.resolve("none").toString()))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("--run: there is no folder " + folder.resolve("none"));
        assertThat(commands.run("evaluate", "--run", distilled, "--set", "evaluation.temperature=0"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("evaluation.temperature").contains("0.1 to 1000");
        assertThat(commands.run("evaluate", "--run", distilled, "--set", "evaluation.warmUpEpochs=5"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("5 is more than epochs (4); the warm-up is a part of them");
        assertThat(commands.run("evaluate", "--run", distilled, "--set", "synthesis.rho=0.1"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.run("relabel", "--run", distilled, "--set", "synthesis.rho=0.1"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err())
                .contains("synthesis.rho has no effect on an evaluation; allowed are evaluation.*, dataset.source,"
                        + " teacher.weights")
                .contains("synthesis.rho has no effect on soft labels; allowed are evaluation.*, dataset.source,");
        Files.move(Path.of(distilled, "images"), folder.resolve("images"));
        assertThat(commands.run("evaluate", "--run", distilled)).isEqualTo(ExitCode.FAILED);
        assertThat(commands.err()).contains("holds no images to train students on");
    }

    @Test
    void whileAnotherWritesToTheRunItIsRefusedWithAMessageAndNothingIsLeft() throws Exception {
        try (RunDirectoryLock other = RunDirectoryLock.acquire(new RunDirectory(Path.of(distilled)))) {
            assertThat(commands.run(
                            "evaluate", "--run", other.directory().folder().toString()))
                    .isEqualTo(ExitCode.FAILED);
        }

        assertThat(commands.err()).contains(distilled + ": is being written to by another run");
        assertThat(Path.of(distilled, "evaluation-under-way.yaml")).doesNotExist();
    }

    @Test
    void softLabelsAreStoredOnceAndStudentsLearnFromThem() throws Exception {
        assertThat(commands.run("evaluate", "--run", distilled, "--set", "evaluation.softLabels=stored"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(commands.err())
                .contains(
                        "holds stored soft labels of 0 of the 4 epochs that this recipe asks for. Please run relabel");

        commands.succeed("relabel", "--run", distilled, "--estimate");
        assertThat(commands.out()).contains("Steps:  8, ").contains("Disk:   at most 1 MB");
        assertThat(Path.of(distilled, "soft-labels")).doesNotExist();

        commands.succeed("relabel", "--run", distilled, "--set", "evaluation.epochs=3");
        assertThat(commands.err()).contains("Estimate: about ");
        commands.succeed("relabel", "--run", distilled);
        assertThat(commands.out())
                .contains("Soft labels: 3 epochs, 3 of them new, ", "Soft labels: 4 epochs, 1 of them new, ");

        commands.succeed("evaluate", "--run", distilled, "--set", "evaluation.softLabels=stored");
        assertThat(evaluations()).hasSize(1);
        assertThat(evaluations().get(0).resolve("experiment.yaml")).content().contains("softLabels: stored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"class-folders", "images", "hugging-face"})
    void anExportEvaluatesToTheSameNumbersAsItsRun(String format) throws Exception {
        String ofTheRun = accuraciesAfter(distilled);
        Path export = folder.resolve("export");
        commands.succeed("export", "--run", distilled, "--format", format, "--out", export.toString());

        commands.succeed("evaluate", "--run", export.toString());
        assertThat(accuraciesIn(folder.resolve("export-evaluated"))).isEqualTo(ofTheRun);

        ImageDataset dataset = new DatasetCatalog().load(new DatasetConfig(export.toString()));
        assertThat(dataset.trainCount()).isEqualTo(20);
        assertThat(dataset.testCount()).isEqualTo(2000);
        assertThat(dataset.splitBySeed()).isFalse();
    }

    @Test
    void anExportIsEvaluatedOnlyNextToTheImagesThatItWasDistilledFrom() throws Exception {
        Path export = folder.resolve("export");
        commands.succeed("export", "--run", distilled, "--format", "class-folders", "--out", export.toString());
        Path pets = folder.resolve("pets");
        new DatasetFiles(pets).splitFolders();

        assertThat(commands.run("evaluate", "--run", export.toString(), "--set", "dataset.source=" + pets))
                .isEqualTo(ExitCode.FAILED);
        assertThat(commands.err()).contains("these are not the images that " + export + " was distilled from");
        Path manifest = export.resolve("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replaceFirst(
                                "(\"classes\": 10,[^}]*\"fingerprint\": )\"[0-9a-f]+\"", "$1\"0123456789abcdef\""));
        assertThat(commands.run("evaluate", "--run", export.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(commands.err()).contains("bundled:resnet18-w16: this is not the teacher that " + export);
    }

    @Test
    void anUnknownArchitectureIsRefusedAtOnceAndNothingIsLeft() {
        int code = commands.run("evaluate", "--run", distilled, "--set", "evaluation.architecture=resnet19");

        assertThat(code).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains(".architecture: unknown architecture 'resnet19'; known are", "resnet18");
        assertThat(Path.of(distilled, "evaluation")).doesNotExist();
    }

    private String randomRealSoftBesides(String name, String setting) throws IOException {
        String run = folder.resolve(name).toString();
        String config = folder.resolve("experiment.yaml").toString();
        commands.run("synthesize", "--config", config, "--set", setting, "--out", run);
        commands.succeed("evaluate", "--run", run);
        try (Stream<Path> found = Files.walk(Path.of(run))) {
            return Files.readString(found.filter(file -> file.endsWith("random-real-soft-0.json"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private String accuraciesAfter(String run) throws IOException {
        int folders = evaluations().size();
        commands.succeed("evaluate", "--run", run);
        assertThat(folders).isZero();
        String accuracies = accuraciesIn(Path.of(run));
        if (run.equals(distilled)) {
            Files.move(Path.of(run, "evaluation"), folder.resolve("evaluated"));
        }
        return accuracies;
    }

    private static String accuraciesIn(Path run) throws IOException {
        try (Stream<Path> found = Files.walk(run.resolve("evaluation"))) {
            Path csv = found.filter(file -> file.endsWith("evaluation.csv"))
                    .findFirst()
                    .orElseThrow();
            // Without the seconds.
            return Files.readString(csv).replaceAll("(?m)^((?:[^,]*,){9})[^,]*,", "$1");
        }
    }

    private List<Path> evaluations() throws IOException {
        Path all = Path.of(distilled, "evaluation");
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.toList();
        }
    }
}
