package org.dwastudio.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.bench.WindowSpeed;
import org.dwastudio.cli.Commands;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.compute.ComputeConfigurations;
import org.dwastudio.engine.standard.StandardEngine;
import org.dwastudio.teacher.TeacherLibraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TeachersCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void weightsBecomeATeacherThatIsListedRenamedAndDeleted() throws Exception {
        String weights = tinyWeights();
        assertThat(run("import-weights", weights, "--dataset", "bundled:fashion-mnist", "--name", "my net"))
                .isZero();
        assertThat(out.toString().lines().toList())
                .satisfiesExactly(
                        network -> assertThat(network)
                                .startsWith("Network:       convnet")
                                .endsWith(", width 2, stem small, 1 channels, 10 classes, 28×28"),
                        accuracy ->
                                assertThat(accuracy).matches("Test accuracy: \\d+\\.\\d % \\(guessing: 10\\.\\d %\\)"),
                        file -> assertThat(file)
                                .isEqualTo("Teacher:       " + folder.resolve("teachers/my-net.safetensors")));
        assertThat(err.toString())
                .contains(" 10 %  200 of 2000 test images", "100 %  2000 of 2000 test images")
                .contains("WARNING: this teacher is close to chance level.", "--mean", "Class order", "--stem");

        assertThat(run("teachers")).isZero();
        assertThat(out.toString()).contains("my-net", "-w2", "Fashion-MNIST", " %", "my-net.safetensors");
        assertThat(run("teachers", "rename", "my-net", "other")).isZero();
        assertThat(run(
                        "teachers",
                        "add",
                        folder.resolve("teachers/other.safetensors").toString()))
                .isZero();
        assertThat(folder.resolve("teachers"))
                .isDirectoryContaining(path -> path.getFileName().toString().endsWith("-w2-Fashion-MNIST.safetensors"));
        assertThat(run("teachers", "delete", "other")).isZero();
        assertThat(folder.resolve("Trash/files/other.safetensors")).exists();
        assertThat(folder.resolve("teachers/other.safetensors")).doesNotExist();
    }

    @Test
    void anotherFolderIsAnotherLibrary() {
        assertThat(run("teachers", "--folder", folder.resolve("mine").toString()))
                .isZero();
        assertThat(out.toString())
                .isEqualToIgnoringNewLines("There are no teachers in " + folder.resolve("mine") + " yet.");
    }

    @Test
    void aWrongArchitectureFailsWithTheOneThatFits() throws Exception {
        int code = run(
                "import-weights",
                tinyWeights(),
                "--dataset",
                "bundled:fashion-mnist",
                "--architecture",
                "resnet18",
                "--width",
                "2");
        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString())
                .contains(
                        "tensor 'layer1.0.conv1.weight' of shape (2, 2, 3, 3) is missing", "These tensors fit convnet")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("teachers")).doesNotExist();
    }

    @Test
    void contradictoryOptionsAreRefused() {
        assertThat(run("import-weights", "a.pth")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("either --config or --dataset");
        assertThat(run("import-weights", "a.pth", "--dataset", "d", "--width", "3"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("--width and --stem need --architecture");
        assertThat(run("import-weights", "a.pth", "--dataset", "d", "--mean", "0.5,0.5"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("--mean and --std must have as many numbers");
        assertThat(run("import-weights", "a.pth", "--dataset", "d", "--architecture", "vit"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("--architecture: there is no vit; known are convnet");
    }

    @Test
    void aTeacherThatIsNotThereIsNamed() {
        assertThat(run("teachers", "delete", "gone")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("gone.safetensors: there is no such teacher");
    }

    /** The weights of an untrained convnet, width 2, for grey images of 28 pixels and ten classes. */
    private String tinyWeights() throws Exception {
        Path path = folder.resolve("tiny.pth");
        Files.copy(
                Path.of(TeachersCommandTest.class
                        .getResource("/weights/grey.pth")
                        .toURI()),
                path);
        return path.toString();
    }

    private int run(String... arguments) {
        return new Commands(
                        () -> new StandardEngine("9.9"),
                        seconds -> new WindowSpeed.Speeds(50, 49, 3),
                        TeacherLibraries.in(folder),
                        ComputeConfigurations.plain(folder),
                        Optional.empty(),
                        "9.9")
                .printingTo(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }
}
