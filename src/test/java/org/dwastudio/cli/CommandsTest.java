package org.dwastudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.stage.export.format.ExportFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CommandsTest {
    private static final String SHORT = """
        name: short
        synthesis:
          imagesPerClass: 1
          iterations: 10
          ascentSteps: 1
        """;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final CommandLineScope commands = new CommandLineScope();

    @Test
    void helpNamesEveryCommand() {
        commands.succeed("--help");
        assertThat(commands.out()).contains("synthesize", "join", "export", "squeeze", "parity", "bench", "Examples:");
        commands.succeed("synthesize", "--help");
        assertThat(commands.out()).contains("--config=FILE", "--out=FOLDER", "--set=KEY=VALUE", "--estimate");
    }

    @Test
    void theVersionIsThatOfTheProgram() {
        commands.succeed("--version");
        assertThat(commands.out().strip()).isEqualTo("DWA Studio 9.9");
    }

    @Test
    void aSynthesisEndsWithThePathsOfItsResults() throws Exception {
        Path target = folder.resolve("run");

        commands.succeed("synthesize", "--config", config(SHORT), "--out", target.toString());

        assertThat(commands.out().lines())
                .containsExactly("Run folder:    " + target, "Contact sheet: " + target.resolve("contact-sheet.png"));
        assertThat(target.resolve("contact-sheet.png")).isRegularFile();
        assertThat(commands.err().lines())
                .hasSize(11)
                .first()
                .asString()
                .matches("Estimate: about .+ \\(10 steps of .+\\), [\\d.]+ [MG]B of memory, at most \\d+ MB on disk");
        assertThat(commands.err()).contains(" 10 %  column 1 of 1, loss");
        assertThat(commands.err()).contains("100 %");
    }

    @Test
    void anEstimateStartsNothing() throws Exception {
        Path target = folder.resolve("run");

        commands.succeed("synthesize", "--config", config(SHORT), "--out", target.toString(), "--estimate");

        assertThat(commands.out().lines())
                .hasSize(4)
                .satisfiesExactly(
                        steps -> assertThat(steps).matches("Steps:  10, .+ each \\(just measured\\)"),
                        time -> assertThat(time).startsWith("Time:   about "),
                        memory -> assertThat(memory).matches("Memory: [\\d.]+ [MG]B of [\\d.]+ [MG]B available"),
                        disk -> assertThat(disk).isEqualTo("Disk:   at most 1 MB"));
        assertThat(target).doesNotExist();
    }

    @Test
    void aPrecisionThatBringsNoSpeedUpHereIsReportedAndRunsNevertheless() throws Exception {
        Path target = folder.resolve("run");
        String half = SHORT.replace("10", "2") + "  precision: half\n";
        String warning =
                "Warning: Precision half is meant for graphics cards: on a processor, convolutions in float16 take"
                        + " several times as long as in float32.";

        commands.succeed("synthesize", "--config", config(half), "--estimate");
        assertThat(commands.out().lines()).hasSize(5).endsWith(warning);

        commands.succeed("synthesize", "--config", config(half), "--out", target.toString());
        assertThat(commands.err().lines()).contains(warning);
        assertThat(commands.err()).contains("loss scale 65536");
        assertThat(target.resolve("experiment.yaml")).content().contains("precision: half");
        assertThat(target.resolve("metrics.csv")).content().contains("synthesis,loss_scale,0,0,0,65536.0\n");
        assertThat(target.resolve("run.log")).content().contains("  loss scale 65536 from column 0, iteration 0\n");

        assertThat(commands.run("synthesize", "--resume", target.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(commands.err().lines().filter(warning::equals)).hasSize(2);
    }

    @Test
    void partsAreJoinedAndMissingOnesAreReported() throws Exception {
        String config =
                config(SHORT.replace("imagesPerClass: 1", "imagesPerClass: 2").replace("10", "1"));
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Path joined = folder.resolve("joined");
        commands.run("synthesize", "--config", config, "--out", first.toString(), "--set", "synthesis.ipcEnd=1");

        assertThat(commands.run("join", first.toString(), "--out", joined.toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(commands.err())
                .contains("column 1 is missing")
                .contains("--set synthesis.ipcStart=1 --set synthesis.ipcEnd=2")
                .doesNotContain("\tat ");

        commands.run("synthesize", "--config", config, "--out", second.toString(), "--set", "synthesis.ipcStart=1");
        commands.clearOutput();
        commands.succeed("join", first.toString(), second.toString(), "--out", joined.toString());
        assertThat(commands.out().lines())
                .containsExactly(
                        "Joined 2 columns of 2 parts.",
                        "Run folder:    " + joined,
                        "Contact sheet: " + joined.resolve("contact-sheet.png"));
        assertThat(joined.resolve("images/09_Ankle-boot/01.png")).isRegularFile();
    }

    @Test
    void aRunIsExportedAndAnImpossibleExportIsReported() throws Exception {
        Path target = folder.resolve("run");
        Path tensors = folder.resolve("tensors");
        commands.run("synthesize", "--config", config(SHORT.replace("10", "1")), "--out", target.toString());
        commands.clearOutput();

        assertThat(export(target, "npz", tensors)).isZero();

        assertThat(commands.out().lines()).containsExactly("Exported 10 images as npz.", "Folder: " + tensors);
        assertThat(tensors.resolve("images.npz")).isRegularFile();
        assertThat(tensors.resolve("manifest.json")).content().contains("\"programVersion\": \"9.9\"");

        assertThat(export(target, "npz", tensors)).isEqualTo(ExitCode.FAILED);
        assertThat(commands.err()).contains(tensors + ": already holds files");
        assertThat(export(tensors, "images", folder.resolve("other"))).isEqualTo(ExitCode.FAILED);
        assertThat(commands.err()).contains(tensors + ": is no run folder").doesNotContain("\tat ");
        assertThat(export(target, "zip", folder.resolve("other"))).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err())
                .contains("'zip' is not one of "
                        + Arrays.stream(ExportFormat.values())
                                .map(ExportFormat::key)
                                .collect(Collectors.joining(", ")));
        String run = target.toString();
        assertThat(commands.run("export", "--run", run, "--format", "npz", "--jpeg", "--out", "other"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("The format npz holds numbers and no images");

        Path report = folder.resolve("report.html");
        commands.succeed("export", "--run", run, "--format", "report", "--language", "ja", "--out", report.toString());
        assertThat(report).content().contains("lang=\"ja\"", "10枚");
        assertThat(commands.run("export", "--run", run, "--format", "report", "--language", "fr", "--out", "other"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("'fr' is not one of en, ja");
    }

    @Test
    void theSizeOfAnAnimationIsPrintedBeforeItIsWritten() throws Exception {
        String run = folder.resolve("run").toString();
        commands.run("synthesize", "--config", config(SHORT.replace("10", "1")), "--out", run);
        commands.clearOutput();
        String file = folder.resolve("one.gif").toString();

        commands.succeed(
                "export",
                "--run",
                run,
                "--format",
                "animation",
                "--class",
                "Ankle boot",
                "--column",
                "0",
                "--out",
                file);

        assertThat(commands.out())
                .containsPattern("(?s)^Animation: \\d+ frames of 280 x 280 pixels, about \\d+ kB\\.\\R"
                        + "Exported 1 image as animation\\.\\RFile: .*one\\.gif\\R$");
        assertThat(commands.run(
                        "export",
                        "--run",
                        run,
                        "--format",
                        "animation",
                        "--class",
                        "Boot",
                        "--column",
                        "0",
                        "--out",
                        file))
                .isEqualTo(ExitCode.FAILED);
        assertThat(commands.err()).contains("has no class named Boot; its classes are T-shirt/top, Trouser");
    }

    @Test
    void aRunWhoseTeacherWasReplacedIsNotExported() throws Exception {
        Path target = folder.resolve("run");
        commands.run("synthesize", "--config", config(SHORT.replace("10", "1")), "--out", target.toString());
        Path facts = target.resolve("run.yaml");
        Files.writeString(
                facts, Files.readString(facts).replaceAll("teacherFingerprint: .*", "teacherFingerprint: \"0123\""));

        assertThat(export(target, "images", folder.resolve("out"))).isEqualTo(ExitCode.FAILED);

        assertThat(commands.err())
                .contains("bundled:resnet18-w16: this is not the teacher that the run " + target)
                .contains("not 0123");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private int export(Path run, String format, Path target) {
        return commands.run("export", "--run", run.toString(), "--format", format, "--out", target.toString());
    }

    @Test
    void valuesAreReplacedOnTheCommandLine() throws Exception {
        Path target = folder.resolve("run");

        commands.run(
                "synthesize", "--config", config(SHORT), "--out", target.toString(), "--set", "synthesis.iterations=2");

        assertThat(Files.readString(target.resolve("experiment.yaml"))).contains("iterations: 2\n");
    }

    @Test
    void aWrongExperimentIsRefusedWithFileLineKeyAndRange() throws Exception {
        String file = config("synthesis:\n  rho: 7\n  rhoo: 1\n");

        assertThat(commands.run("synthesize", "--config", file)).isEqualTo(ExitCode.WRONG_INPUT);

        assertThat(commands.err())
                .contains(file + ":2: synthesis.rho: 7 is outside the allowed range 0 to 0.5")
                .contains(file + ":3: synthesis.rhoo: unknown key; did you mean rho?");
    }

    @Test
    void aRunThatCannotBeginFailsWithAMessageAndWithoutAStackTrace() throws Exception {
        Files.createDirectory(folder.resolve("full"));
        Files.writeString(folder.resolve("full/notes.txt"), "mine");

        int code = commands.run(
                "synthesize",
                "--config",
                config(SHORT),
                "--out",
                folder.resolve("full").toString());

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(commands.err()).contains("already holds files").doesNotContain("\tat ");
    }

    @Test
    void parityPrintsTheDifferencesAndAgrees() throws Exception {
        Path parity = Path.of(
                CommandsTest.class.getResource("/parity/convnet-w16-plain").toURI());

        commands.succeed("parity", parity.toString());

        assertThat(commands.out()).contains("convnet-w16-plain", "adjusted weights", "images_30", "agrees");
    }

    @Test
    void noCommandShowsTheHelp() {
        assertThat(commands.run()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("Usage: dwa-studio");
    }

    private String config(String text) throws Exception {
        return Files.writeString(folder.resolve("experiment.yaml"), text).toString();
    }
}
