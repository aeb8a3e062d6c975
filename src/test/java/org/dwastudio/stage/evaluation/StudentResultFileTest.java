package org.dwastudio.stage.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudentResultFileTest {
    private static final String RESULT = "{\"task\":{\"set\":\"DISTILLED\",\"labels\":\"SOFT\",\"student\":0},"
            + "\"images\":20,\"steps\":8,\"last\":0.25,\"best\":0.5,\"bestStep\":4,\"topFive\":0.75,\"seconds\":1.5,"
            + "\"confusion\":[[3,1],[2,2]]}";

    @TempDir
    private Path folder;

    private StudentResultFile file;
    private StudentResult result;

    @BeforeEach
    void write() throws IOException {
        file = new StudentResultFile(folder.resolve("distilled-soft-0.json"));
        Files.writeString(file.path(), RESULT);
        result = file.read();
        file.write(result);
    }

    @Test
    void aResultOfAnEarlierVersionHasNoChecksumAndIsBelieved() {
        assertThat(result.best()).isEqualTo(0.5);
    }

    @Test
    void aResultOfAnEarlierVersionWasMeasuredOnTheTestSplit() throws IOException {
        assertThat(result.scoredOn()).isEqualTo(ScoredOn.TEST);
        assertThat(file.path()).content().contains("\"scoredOn\":\"TEST\"");

        file.write(new StudentResult(
                result.task(), 20, 8, 0.25, 0.5, 4, 0.75, 1.5, result.confusion(), ScoredOn.HELD_OUT));
        assertThat(file.read().scoredOn()).isEqualTo(ScoredOn.HELD_OUT);
    }

    @Test
    void aNumberThatIsNoneIsReported() throws IOException {
        Files.writeString(file.path(), RESULT.replaceFirst("0\\.5", "0.5\"4f9517aa\""));

        assertThatThrownBy(file::read).hasMessageContaining("Please delete the file; the student is trained again.");
    }

    @Test
    void everyFlippedBitIsReportedOrChangesNothing() throws IOException {
        byte[] whole = Files.readAllBytes(file.path());
        for (int place = 0; place < whole.length; place++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] flipped = whole.clone();
                flipped[place] ^= (byte) (1 << bit);
                Files.write(file.path(), flipped);
                try {
                    assertThat(file.read())
                            .as("byte %d, bit %d", place, bit)
                            .usingRecursiveComparison()
                            .isEqualTo(result);
                } catch (IOException e) {
                    assertThat(e).hasMessageContaining("Please delete the file; the student is trained again.");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"task\":{\"set\":\"DISTILLED\",\"student\":0},\"confusion\":[[1]]}",
                "{\"task\":{\"set\":null,\"labels\":\"SOFT\",\"student\":0},\"confusion\":[[1]]}",
                "{\"task\":{\"set\":\"DISTILLED\",\"labels\":\"SOFT\",\"student\":0},\"confusion\":[null]}",
                "{\"task\":{\"set\":\"DISTILLED\",\"labels\":\"SOFT\",\"student\":0},\"confusion\":[[1],[1]]}"
            })
    void resultsWithMissingValuesAreRefused(String json) throws IOException {
        Files.writeString(file.path(), json);

        assertThatThrownBy(file::read)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Please delete the file; the student is trained again.");
    }

    @Test
    void everyCutIsReported() throws IOException {
        byte[] whole = Files.readAllBytes(file.path());
        for (int length = 0; length < whole.length; length++) {
            Files.write(file.path(), Arrays.copyOf(whole, length));

            assertThatThrownBy(file::read)
                    .as("cut to %d bytes", length)
                    .hasMessageStartingWith(file.path() + ": is no result of a student, or broken");
        }
    }
}
