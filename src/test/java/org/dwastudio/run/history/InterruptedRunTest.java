package org.dwastudio.run.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.RunEvent.ImagesChanged;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.TestImages;
import org.dwastudio.run.record.RecordedImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State after Ctrl-C: the end of a run is recorded while the program is shutting down. */
class InterruptedRunTest {
    private static final List<String> NAMES = List.of("T-shirt/top", "Trouser");

    @TempDir
    private Path temp;

    @Test
    void aContactSheetIsDrawnWhileTheProgramIsEnding() throws Exception {
        Path output = temp.resolve("output.txt");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndingProgram.class.getName(),
                        temp.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(program.waitFor()).isZero();
        assertThat(output).isEmptyFile();
        assertThat(PngFile.read(new RunDirectory(temp).contactSheet()).height()).isGreaterThan(2 * 28);
    }

    /** Program that receives two images, and draws the contact sheet in a shutdown hook. */
    static final class EndingProgram {
        private EndingProgram() {}

        public static void main(String[] folder) throws IOException {
            RecordedImages images = new RecordedImages(new RunDirectory(Path.of(folder[0])), NAMES, 1);
            images.write(
                    new ImagesChanged(0, 1, 0, ColumnState.FINISHED, TestImages.random(2, 28, 1, 1)),
                    SynthesisPresets.demonstration());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    images.drawContactSheet(SynthesisPresets.demonstration());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        }
    }
}
