package org.dwastudio.data.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.Split;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.data.select.SeededSplit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that PyArrow wrote; {@code parquet.py} next to them shows how. The brightness of an image identifies it. */
@Timeout(120)
class ParquetReaderTest {
    private static final Path FILES = Path.of("src/test/resources/data/parquet");
    private static final SeededSplit DRAWN = new SeededSplit(0.25, 1);

    @TempDir
    private Path folder;

    @Test
    void aRepositoryOfTheHubHasTheNamesAndTheSplitsOfItsFiles() throws IOException {
        ImageDataset dataset = new DatasetCatalog()
                .load(new DatasetConfig(FILES.resolve("animals").toString()));

        assertThat(dataset.name()).isEqualTo("animals");
        assertThat(dataset.classNames()).containsExactly("zebra", "ant", "Café");
        assertThat(dataset.channels()).isOne();
        assertThat(dataset.imageSize()).isEqualTo(4);
        assertThat(labeled(dataset, Split.TRAIN))
                .containsExactly("10 0", "11 1", "12 2", "13 2", "14 1", "15 0", "16 0", "20 1", "21 1", "22 2");
        // The labels of the test split are -1: they are unknown, so that the validation split is tested on.
        assertThat(labeled(dataset, Split.TEST)).containsExactly("30 2", "31 0", "32 1");
        assertThat(dataset.notes())
                .containsExactly(
                        DatasetNote.of(DatasetNote.Kind.ROWS_WITHOUT_LABEL, "test", 2),
                        DatasetNote.of(DatasetNote.Kind.VALIDATION_IS_TEST, "validation"));
        assertThat(dataset.describe(Split.TRAIN, 8)).endsWith("train-00001-of-00002.parquet, row 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "plain", "gzip-pages-2", "lz4-32-bits", "checksums"})
    void theSameRowsAreReadHoweverTheyAreStored(String way) throws IOException {
        DatasetSource source = read(FILES.resolve("ways/" + way + ".parquet"));

        assertThat(source.classNames()).containsExactly("zebra", "ant", "Café");
        assertThat(source.splitBySeed()).isTrue();
        List<String> all = new ArrayList<>(values(source.train()));
        assertThat(all).hasSize(30);
        all.addAll(values(source.test()));
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 40)
                        .mapToObj(row -> (50 + row % 6) + " " + row % 3)
                        .toList());
    }

    @Test
    void textsAreClassesInTheOrderOfTheAlphabetAndRowsWithoutOneAreLeftOut() throws IOException {
        ParquetFile file = ParquetFile.read(FILES.resolve("texts.parquet"));
        DatasetSource source = read(FILES.resolve("texts.parquet"));

        assertThat(file.labels()).containsExactly("b", "a", "", "a", "b");
        assertThat(source.classNames()).containsExactly("a", "b");
        assertThat(source.train().count() + source.test().count()).isEqualTo(4);
        assertThat(source.notes()).containsExactly(DatasetNote.of(DatasetNote.Kind.ROWS_WITHOUT_LABEL, "train", 1));
        ImageSource rows = new ParquetImages(List.of(file), new int[] {1, 0, 0, 0, 1}, 0);
        assertThatThrownBy(() -> rows.readOrExplain(3))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("texts.parquet, row 3: the row holds no image");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zstd.parquet | it is compressed with Zstandard, which is not read; write it with Snappy",
                "delta.parquet | its values have the encoding 5, which is not read",
                "no-images.parquet | it has no column of images, such as image with bytes and path; its columns are text, label"
            })
    void whatIsNotReadIsRefusedWithTheFile(String name, String reason) {
        assertThatThrownBy(() -> read(FILES.resolve(name)))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith(FILES.resolve(name) + ": " + reason);
    }

    @Test
    void fingerprintsDependOnTheRowsAndNotOnThePlace() throws IOException {
        Path copied = Files.copy(FILES.resolve("ways/snappy.parquet"), folder.resolve("other.parquet"));

        assertThat(ParquetFile.read(copied).identity())
                .isEqualTo(
                        ParquetFile.read(FILES.resolve("ways/snappy.parquet")).identity())
                .isNotEqualTo(
                        ParquetFile.read(FILES.resolve("ways/plain.parquet")).identity());
    }

    @Test
    void sizesThatAFileAnnouncesAreCheckedBeforeMemoryIsTaken() throws IOException {
        byte[] file = Files.readAllBytes(FILES.resolve("ways/snappy.parquet"));
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 8, Integer.MAX_VALUE);

        assertRefused(file, "it is damaged (its metadata announces 2147483647 bytes)");
        assertRefused(Arrays.copyOf(file, 11), "it is no Parquet file, or its end is missing");
        assertRefused(Arrays.copyOf(file, file.length - 1), "it is no Parquet file, or its end is missing");
    }

    @Test
    void detailsOfADamagedFileAreTranslated() throws IOException {
        byte[] content = Files.readAllBytes(FILES.resolve("ways/snappy.parquet"));
        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).putInt(content.length - 8, Integer.MAX_VALUE);
        Path file = Files.write(folder.resolve("damaged.parquet"), content);

        assertThatThrownBy(() -> ParquetFile.read(file))
                .isInstanceOfSatisfying(DatasetException.class, damaged -> assertThat(
                                damaged.description().in(Locale.JAPANESE))
                        .startsWith(file + ": 破損しています(メタデータに 2147483647 バイトと記載されています)。"));
    }

    @Test
    void aChecksumOfAPageIsCompared() throws IOException {
        Path file = Files.copy(FILES.resolve("ways/checksums.parquet"), folder.resolve("checksums.parquet"));
        assertThat(values(read(file).train())).hasSize(30);
        byte[] content = Files.readAllBytes(file);
        Page page = ParquetFile.read(file).pages().get(0).data().get(0);
        // The last byte of the pixels of the last image: another brightness, which only the checksum reveals.
        content[(int) page.end() - 1] ^= 1;
        Files.write(file, content);

        assertThatThrownBy(() -> {
                    values(read(file).train());
                    values(read(file).test());
                })
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("the checksum of a page is wrong");
    }

    /** Bytes inverted one at a time: the file is read, or refused with a message, and nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"snappy", "lz4-32-bits", "gzip-pages-2"})
    void noDamageEndsInAnythingButAMessage(String way) throws IOException {
        byte[] sound = Files.readAllBytes(FILES.resolve("ways/" + way + ".parquet"));
        int refused = 0;
        int tried = 0;
        // Every fifth byte: each kind of field has several.
        for (int place = 4; place < sound.length; place += 5) {
            byte[] damaged = sound.clone();
            damaged[place] ^= (byte) 0xFF;
            tried++;
            Path file = Files.write(folder.resolve("damaged.parquet"), damaged);
            try {
                DatasetSource source = read(file);
                values(source.train());
                values(source.test());
            } catch (DatasetException e) {
                assertThat(e).hasMessageContaining("damaged.parquet");
                refused++;
            }
        }
        assertThat(refused).isBetween(tried / 5, tried);
    }

    private void assertRefused(byte[] content, String reason) throws IOException {
        Path file = Files.write(folder.resolve("changed.parquet"), content);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith(file + ": " + reason);
    }

    private static DatasetSource read(Path file) throws IOException {
        return new ParquetReader(file, 0).read("rows", DRAWN);
    }

    private static List<String> values(ImageSource images) throws DatasetException {
        List<String> values = new ArrayList<>();
        for (int index = 0; index < images.count(); index++) {
            values.add((images.readOrExplain(index).bytes()[0] & 0xFF) + " " + images.label(index));
        }
        return values;
    }

    private static List<String> labeled(ImageDataset dataset, Split split) {
        return IntStream.range(0, dataset.count(split))
                .mapToObj(index -> dataset.images(split, index).bytes()[0] + " " + dataset.label(split, index))
                .toList();
    }
}
