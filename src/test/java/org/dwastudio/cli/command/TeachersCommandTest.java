package org.dwastudio.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dwastudio.cli.CommandLineScope;
import org.dwastudio.cli.session.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TeachersCommandTest {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final CommandLineScope commands = new CommandLineScope();

    @Test
    void weightsBecomeATeacherThatIsListedRenamedAndDeleted() throws Exception {
        String weights = tinyWeights();
        commands.succeed("import-weights", weights, "--dataset", "bundled:fashion-mnist", "--name", "my net");
        assertThat(commands.out().lines().toList())
                .satisfiesExactly(
                        network -> assertThat(network)
                                .startsWith("Network:       convnet")
                                .endsWith(", width 2, stem small, 1 channel, 10 classes, 28×28"),
                        accuracy ->
                                assertThat(accuracy).matches("Test accuracy: \\d+\\.\\d % \\(guessing: 10\\.\\d %\\)"),
                        file -> assertThat(file)
                                .isEqualTo("Teacher:       " + commands.home().resolve("teachers/my-net.safetensors")),
                        normalization ->
                                assertThat(normalization).startsWith("Normalization: training images, mean 0.28"),
                        measured -> assertThat(measured)
                                .matches(" +cross-entropy of a sample of the test images: [\\d.]+ training images,"
                                        + " .*MNIST"));
        assertThat(commands.err())
                .contains(" 12 %  600 of 5000 test images", "100 %  5000 of 5000 test images")
                .contains("WARNING: this teacher is close to chance level.", "--mean", "Class order", "--stem");

        commands.succeed("teachers");
        assertThat(commands.out()).contains("my-net", "-w2", "Fashion-MNIST", " %", "my-net.safetensors");
        commands.succeed("teachers", "rename", "my-net", "other");
        commands.succeed(
                "teachers",
                "add",
                commands.home().resolve("teachers/other.safetensors").toString());
        assertThat(commands.home().resolve("teachers"))
                .isDirectoryContaining(path -> path.getFileName().toString().endsWith("-w2-Fashion-MNIST.safetensors"));
        commands.succeed("teachers", "delete", "other");
        assertThat(commands.home().resolve("Trash/files/other.safetensors")).exists();
        assertThat(commands.home().resolve("teachers/other.safetensors")).doesNotExist();
    }

    @Test
    void anotherFolderIsAnotherLibrary() {
        commands.succeed("teachers", "--folder", folder.resolve("mine").toString());
        assertThat(commands.out())
                .isEqualToIgnoringNewLines("There are no teachers in " + folder.resolve("mine") + " yet.");
    }

    @Test
    void aWrongArchitectureFailsWithTheOneThatFits() throws Exception {
        int code = commands.run(
                "import-weights",
                tinyWeights(),
                "--dataset",
                "bundled:fashion-mnist",
                "--architecture",
                "resnet18",
                "--width",
                "2");
        assertThat(code).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err())
                .contains(
                        "tensor 'layer1.0.conv1.weight' of shape (2, 2, 3, 3) is missing", "These tensors fit convnet")
                .doesNotContain("\tat ");
        assertThat(commands.home().resolve("teachers")).doesNotExist();
    }

    @Test
    void contradictoryOptionsAreRefused() {
        assertThat(commands.run("import-weights", "a.pth")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("either --config or --dataset");
        assertThat(commands.run("import-weights", "a.pth", "--dataset", "d", "--width", "3"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("--width and --stem need --architecture");
        assertThat(commands.run("import-weights", "a.pth", "--dataset", "d", "--mean", "0.5,0.5"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("Please give --mean and --std the same number of values, one per channel.");
        assertThat(commands.run("import-weights", "a.pth", "--dataset", "d", "--mean", ",", "--std", ","))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("Please give --mean and --std the same number of values, one per channel.");
        assertThat(commands.run("import-weights", "a.pth", "--dataset", "d", "--architecture", "vit"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("--architecture: there is no vit; known are convnet");
    }

    @Test
    void aTeacherThatIsNotThereIsNamed() {
        assertThat(commands.run("teachers", "delete", "gone")).isEqualTo(ExitCode.FAILED);
        assertThat(commands.err()).contains("gone.safetensors: there is no such teacher");
    }

    /** The weights of an untrained convnet, width 2, for gray images of 28 pixels and ten classes. */
    private String tinyWeights() throws Exception {
        Path path = folder.resolve("tiny.pth");
        Files.copy(
                Path.of(TeachersCommandTest.class
                        .getResource("/weights/grey.pth")
                        .toURI()),
                path);
        return path.toString();
    }
}
