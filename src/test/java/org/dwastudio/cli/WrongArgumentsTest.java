package org.dwastudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dwastudio.cli.session.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongArgumentsTest {
    private static final String EXPERIMENT = "sample-configs/demonstration.yaml";

    @TempDir
    private Path folder;

    @RegisterExtension
    private final CommandLineScope commands = new CommandLineScope();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "export --run r --out o --format animation --column 3 | needs --class and --column | dwa-studio export"
                        + " --help",
                "export --run r --out o --format npz --scale 3 | belong to the format animation | dwa-studio export"
                        + " --help",
                "export --run r --out o --format animation --scale 17 | must be 1 to 16, got 17 | dwa-studio export"
                        + " --help",
                "export --run r --out o --format tar | is not one of | dwa-studio export --help",
                "devices --device tpu | tpu | dwa-studio COMMAND --help",
                "devices --compute threads=many | many | dwa-studio COMMAND --help",
                "synthesize --config e.yaml --set synthesis | --set needs KEY=VALUE, got 'synthesis' | dwa-studio"
                        + " synthesize --help",
                "synthesize --resume r --set seed=1 | --resume takes no --config, no --out and no --set. | dwa-studio"
                        + " synthesize --help",
                "squeeze | Please give --config, or --resume. | dwa-studio squeeze --help",
                "sinthesize | Unknown command 'sinthesize'. Did you mean synthesize? | dwa-studio COMMAND --help",
                "teapot | Unknown command 'teapot'. | dwa-studio COMMAND --help",
                "synthesize --confg e.yaml | Unknown option '--confg'. Did you mean --config? | dwa-studio synthesize"
                        + " --help"
            })
    void theErrorIsFollowedByOneLineAboutTheHelp(String arguments, String message, String help) {
        assertThat(commands.run(arguments.split(" "))).isEqualTo(ExitCode.WRONG_INPUT);

        assertThat(commands.err().lines())
                .satisfiesExactly(first -> assertThat(first).contains(message), second -> assertThat(second)
                        .isEqualTo("See '" + help + "'."));
    }

    @Test
    void anUnknownArchitectureIsRefusedAtOnceAndNothingIsLeft() {
        Path target = folder.resolve("nothing");
        int code = commands.run(
                "squeeze",
                "--config",
                EXPERIMENT,
                "--out",
                target.toString(),
                "--set",
                "squeeze.architecture=resnet19");

        assertThat(code).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains(".architecture: unknown architecture 'resnet19'; known are", "resnet18");
        assertThat(target).doesNotExist();
    }

    @Test
    void everyCommandHasOneFirstSentence() {
        commands.succeed("--help");

        String list =
                commands.out().replaceFirst("(?s).*\\nCommands:\\s*\\n", "").replaceFirst("(?s)\\nExamples:.*", "");
        List<String> entries = Arrays.stream(list.strip().split("\\n {2}(?=\\S)"))
                .map(entry -> entry.replaceAll("\\s+", " ").strip())
                .toList();
        assertThat(entries).hasSize(19).allMatch(entry -> entry.endsWith("."));
    }

    @ParameterizedTest
    @CsvSource({
        "dataset.source, there is no folder or file /nowhere/nope",
        "teacher.weights, there is no file /nowhere/nope",
    })
    void aMissingInputIsNamedWithItsKey(String key, String problem) {
        assertThat(commands.run("synthesize", "--config", EXPERIMENT, "--set", key + "=/nowhere/nope"))
                .isEqualTo(ExitCode.WRONG_INPUT);

        assertThat(commands.err()).startsWith(key + ": " + problem + ". Please check the path.");
    }

    @ParameterizedTest
    @CsvSource({
        "evaluate, dataset.source, there is no folder or file /nowhere/nope",
        "evaluate, teacher.weights, there is no file /nowhere/nope",
        "relabel, dataset.source, there is no folder or file /nowhere/nope",
        "relabel, teacher.weights, there is no file /nowhere/nope",
    })
    void missingInputsOfARunAreNamedBeforeTheWorkBegins(String command, String key, String problem) throws Exception {
        Files.writeString(folder.resolve("experiment.yaml"), "format: 1\n");

        assertThat(commands.run(command, "--run", folder.toString(), "--set", key + "=/nowhere/nope"))
                .isEqualTo(ExitCode.WRONG_INPUT);

        assertThat(commands.err()).startsWith(key + ": " + problem + ". Please check the path.");
        assertThat(commands.out()).isEmpty();
        assertThat(folder).isDirectoryNotContaining(path -> !path.endsWith("experiment.yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate", "relabel"})
    void aMissingRunFolderIsNamedWithItsOption(String command) {
        assertThat(commands.run(command, "--run", folder.resolve("gone").toString()))
                .isEqualTo(ExitCode.WRONG_INPUT);

        assertThat(commands.err())
                .startsWith("--run: there is no folder " + folder.resolve("gone") + ". Please check the path.");
    }

    @Test
    void aParameterWithoutItsBlockIsAnsweredWithTheWholeKey() {
        assertThat(commands.run("strip", "--config", EXPERIMENT, "--parameter", "rho", "--values", "1"))
                .isEqualTo(ExitCode.WRONG_INPUT);

        assertThat(commands.err()).startsWith("--parameter rho: unknown key; did you mean synthesis.rho?");
    }

    @Test
    void problemsAreListedInTheOrderOfLines() throws Exception {
        Path file = Files.writeString(folder.resolve("e.yaml"), "wattage: 1\nsynthesis:\n  rho: 7\nspeed: 2\n");

        commands.run("synthesize", "--config", file.toString());

        assertThat(commands.err().lines().filter(line -> line.startsWith(file.toString())))
                .extracting(line ->
                        line.substring(file.toString().length(), file.toString().length() + 3))
                .containsExactly(":1:", ":3:", ":4:");
    }

    @Test
    void onlyNearNamesOfCommandsAreSuggested() {
        commands.run("teapot");

        assertThat(commands.err()).doesNotContain("Did you mean");
    }

    @Test
    void aSettingWithoutAnEffectOnASqueezeIsRefused() {
        Path target = folder.resolve("teacher");

        assertThat(commands.run(
                        "squeeze", "--config", EXPERIMENT, "--set", "synthesis.rho=0.1", "--out", target.toString()))
                .isEqualTo(ExitCode.WRONG_INPUT);

        assertThat(commands.err())
                .contains("synthesis.rho has no effect on a squeeze; allowed are name, seed, dataset.*, squeeze.*");
        assertThat(target).doesNotExist();
    }
}
