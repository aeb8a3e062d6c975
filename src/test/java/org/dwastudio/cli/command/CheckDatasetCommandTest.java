package org.dwastudio.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.dwastudio.cli.CommandLineScope;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.data.format.DatasetFormats;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CheckDatasetCommandTest {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final CommandLineScope commands = new CommandLineScope();

    @BeforeEach
    void twoClassesOfTwoImages() throws IOException {
        image("cat/1.png", 10);
        image("cat/2.png", 20);
        image("dog/1.png", 30);
        image("dog/2.png", 40);
    }

    @Test
    void helpListsEveryFormat() {
        commands.succeed("check-dataset", "--help");

        assertThat(commands.out().replaceAll("\\s+", " "))
                .contains(
                        DatasetFormats.PUBLISHED, DatasetFormats.TABLES, DatasetFormats.FILES, DatasetFormats.ARCHIVES);
    }

    @Test
    void aValidDatasetIsDescribedAndItsNormalizationOffered() {
        assertThat(run(folder.toString(), "--test-share", "0.5", "--colour", "colour", "--image-size", "32"))
                .isZero();

        assertThat(commands.out())
                .contains("(image folder)", "2 to train on, 2 to test on (split by seed")
                .contains("0  cat (1, 1)", "1  dog (1, 1)", "16×16 gray: 4 images", "Unreadable:     none")
                .containsPattern("normalization:\n    mean: \\[0\\.\\d{6}, 0\\.\\d{6}, 0\\.\\d{6}]\n    std: \\[");
        assertThat(commands.err()).contains("100 %  4 of 4 images");
    }

    @Test
    void unreadableFilesAndDuplicatesAreNamedAndChangeTheExitCode() throws IOException {
        Files.writeString(folder.resolve("cat/3.png"), "hello");
        image("dog/2.png", 30);

        assertThat(run(folder.toString())).isEqualTo(ExitCode.FAILED);

        assertThat(commands.out())
                .contains(folder.resolve("cat/3.png") + ": it is not a readable image")
                .contains(
                        folder.resolve("dog/1.png").toString(),
                        folder.resolve("dog/2.png").toString());
    }

    @Test
    void anImageInTwoClassesIsNamedWithBothAndChangesTheExitCode() throws IOException {
        image("dog/2.png", 10);

        assertThat(run(folder.toString(), "--test-share", "0.5")).isEqualTo(ExitCode.FAILED);

        assertThat(commands.out())
                .contains("Same image in two classes: 1 image\n")
                .contains(folder.resolve("cat/1.png") + " (cat)", folder.resolve("dog/2.png") + " (dog)");
    }

    @Test
    void wrongInputIsRefusedWithAMessage() {
        assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("There is no folder or file").doesNotContain("\tat ");
        assertThat(run(folder.toString(), "--test-share", "7")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("--test-share: 7 is outside the allowed range 0.01 to 0.9");
        assertThat(run(folder.toString(), "--color", "blue")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(commands.err()).contains("'blue' is not one of as-stored, gray, color");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "check-dataset";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return commands.run(all);
    }

    private void image(String file, int value) throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            image.getRaster().setSample(i % 16, i / 16, 0, value);
        }
        Files.createDirectories(folder.resolve(file).getParent());
        ImageIO.write(image, "png", folder.resolve(file).toFile());
    }
}
