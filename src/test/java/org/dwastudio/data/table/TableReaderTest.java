package org.dwastudio.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.data.format.DatasetFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels in a table next to the images. */
class TableReaderTest {
    @TempDir
    private Path folder;

    private DatasetFiles files;

    @BeforeEach
    void sixImages() {
        files = new DatasetFiles(folder);
    }

    @ParameterizedTest
    @CsvSource({"'', labels.csv", "images/, labels.csv", "train/, train.csv", "pictures/, metadata.jsonl"})
    void imagesGetTheirClassesFromTheTable(String place, String table) throws IOException {
        StringBuilder csv = new StringBuilder("id,breed\n");
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            files.gray(place + "p" + i + ".png", 8, 10 * i);
            String label = i % 2 == 0 ? "poodle, small" : "collie";
            csv.append("p").append(i).append(",\"").append(label).append("\"\n");
            json.append("{\"file_name\": \"p" + i + ".png\", \"label\": \"" + label + "\"}\n");
        }
        files.text(table, (table.endsWith("csv") ? csv : json).toString());

        ImageDataset dataset = load();

        assertThat(dataset.classNames()).containsExactly("collie", "poodle, small");
        assertThat(dataset.trainCount() + dataset.testCount()).isEqualTo(6);
        assertThat(dataset.splitBySeed()).isTrue();
        assertThat(dataset.notes()).containsExactly(DatasetNote.of(Kind.LABELS_FROM_TABLE, folder.resolve(table)));
        IntStream.range(0, dataset.trainCount())
                .forEach(image -> assertThat(dataset.images(Split.TRAIN, image).at(0, 0, 0, 0) / 10 % 2)
                        .isEqualTo(1 - dataset.label(Split.TRAIN, image)));
    }

    @Test
    void aColumnOfSplitsIsFollowedAndNumbersKeepTheirOrder() throws IOException {
        StringBuilder csv = new StringBuilder("filename;class;split\n");
        for (int i = 0; i < 8; i++) {
            files.gray("p" + i + ".png", 8, i);
            csv.append("p" + i + ".png;" + (i % 2 == 0 ? 2 : 10) + ";" + (i < 4 ? "train" : "test") + "\n");
        }
        files.text("labels.csv", csv.toString());

        ImageDataset dataset = load();

        assertThat(dataset.classNames()).containsExactly("2", "10");
        assertThat(dataset.trainCount()).isEqualTo(4);
        assertThat(dataset.labels(Split.TEST, 0, 1, 2, 3)).containsExactly(0, 0, 1, 1);
        assertThat(dataset.images(Split.TEST, 2).at(0, 0, 0, 0)).isEqualTo(5);
    }

    @Test
    void rowsAndImagesWithoutEachOtherAreNoted() throws IOException {
        for (int i = 0; i < 4; i++) {
            files.gray("p" + i + ".png", 8, i);
        }
        files.gray("extra.png", 8, 9)
                .text("labels.csv", "file,label\np0.png,a\np1.png,a\np2.png,b\np3.png,b\ngone.png,a\n");

        assertThat(load().notes())
                .extracting(DatasetNote::describe)
                .anyMatch(note -> note.contains("1 row without image or class, left out: gone.png"))
                .anyMatch(note -> note.contains("1 image without a row, left out."));
    }

    @Test
    void aTableOfOtherFilesIsRejected() {
        files.gray("p0.png", 8, 1).text("labels.csv", "file,label\nx.png,a\ny.png,b\n");

        assertThatThrownBy(this::load)
                .isInstanceOf(DatasetException.class)
                .hasMessageContainingAll("labels.csv", "found 0 classes");
    }

    @Test
    void aRowWithTooFewValuesIsNamedInBothLanguages() {
        files.gray("p0.png", 8, 1).text("labels.csv", "file,label\np0.png,a\np1.png\n");

        assertThatThrownBy(this::load).isInstanceOfSatisfying(DatasetException.class, damaged -> {
            assertThat(damaged).hasMessageContaining("(line 3 has 1 value for 2 columns)");
            assertThat(damaged.description().in(Locale.JAPANESE)).contains("(3行目の値は 1個ですが、列は 2個です)");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"labels.csv", "metadata.jsonl"})
    void damagedTablesAreRefusedWithoutNamesOfClassesOfTheProgram(String table) {
        files.gray("p0.png", 8, 1).text(table, table.endsWith("csv") ? "file,label\np0.png,\"a\n" : "{\"file\": \"p0");

        assertThatThrownBy(this::load)
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(table + ": the table is damaged (")
                .hasMessageNotContainingAny("Exception", "org.", "com.");
    }

    @Test
    void oneImageOfEachClassLeavesNoneForTheTest() {
        files.gray("a.png", 8, 1).gray("b.png", 8, 2).text("labels.csv", "file,label\na.png,a\nb.png,b\n");

        assertThatThrownBy(this::load)
                .isInstanceOf(DatasetException.class)
                .hasMessageContainingAll(folder.toString(), "no class has more than one image");
    }

    @Test
    void namesOfClassesInMessagesAreCutAndTheirControlCharactersEscaped() {
        files.gray("a.png", 8, 1)
                .gray("b.png", 8, 2)
                .text("labels.csv", "file,label,split\na.png,\u001b[2J" + "a".repeat(9_000) + ",train\nb.png,b,test\n");

        assertThatThrownBy(this::load)
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("have no images in the training or test split")
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).hasSizeLessThan(3_000).doesNotContain("\u001b"));
    }

    private ImageDataset load() throws IOException {
        return new DatasetCatalog().load(new DatasetConfig(folder.toString()));
    }
}
