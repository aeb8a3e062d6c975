package org.dwastudio.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dwastudio.data.DatasetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comparison of the listed formats with those that are found. */
class ListedFormatsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("files")
    void everyListedFileIsFound(String extension) throws IOException {
        Path file = Files.createFile(folder.resolve("data" + extension));

        assertThat(DatasetLocator.find(file.toString()).layout())
                .isIn(DatasetLayout.ARCHIVE, DatasetLayout.NPZ, DatasetLayout.PARQUET);
    }

    static Stream<String> files() {
        return Stream.of(DatasetFormats.ARCHIVES, DatasetFormats.FILES)
                .flatMap(list -> List.of(list.split(", ")).stream());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyListedTableIsFoundNextToImages(String extension) throws IOException {
        new DatasetFiles(folder).gray("1.png", 4, 10).gray("2.png", 4, 20).text("labels" + extension, table(extension));

        assertThat(DatasetLocator.find(folder.toString()).layout()).isEqualTo(DatasetLayout.TABLE);
    }

    static Stream<String> tables() {
        return Stream.of(DatasetFormats.TABLES.split(", "));
    }

    private static String table(String extension) {
        return switch (extension) {
            case ".jsonl" ->
                "{\"file_name\": \"1.png\", \"label\": \"cat\"}\n{\"file_name\": \"2.png\", \"label\": \"dog\"}\n";
            case ".tsv" -> "file_name\tlabel\n1.png\tcat\n2.png\tdog\n";
            default -> "file_name,label\n1.png,cat\n2.png,dog\n";
        };
    }

    @Test
    void aFolderWithoutADatasetIsAnsweredWithAllFormats() {
        assertThatThrownBy(() -> DatasetLocator.find(folder.toString()))
                .isInstanceOf(DatasetException.class)
                .hasMessage(folder + ": found no dataset. Please choose an image folder (one folder per class, also"
                        + " below train and val), a folder of images with a table of their classes (.csv, .tsv,"
                        + " .jsonl), the files of a published dataset (MNIST, Fashion-MNIST, CIFAR-10, CIFAR-100,"
                        + " Tiny-ImageNet), NumPy or Parquet files (.npz, .parquet), or an archive of any of these"
                        + " (.zip, .tar, .tar.gz, .tgz).");
    }
}
