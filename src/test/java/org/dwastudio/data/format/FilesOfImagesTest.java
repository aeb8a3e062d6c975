package org.dwastudio.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.ImageSelection;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.TinyDigits;
import org.dwastudio.data.preprocess.PreprocessedDataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that hold one image of a dataset each. */
class FilesOfImagesTest {
    @TempDir
    private Path folder;

    private CatsAndDogs animals;

    @BeforeEach
    void openFolder() {
        animals = new CatsAndDogs(folder);
        for (int i = 0; i < 9; i++) {
            animals.files().gray("train/cat/" + i + ".png", 8, i).gray("train/dog/" + i + ".png", 8, 100 + i);
        }
        animals.split("test", 20);
    }

    @Test
    void everyImageOfAFolderHasItsFile() throws IOException {
        ImageDataset dataset = animals.load();

        assertThat(dataset.file(Split.TRAIN, 0)).contains(folder.resolve("train/cat/0.png"));
        assertThat(dataset.file(Split.TRAIN, 17)).contains(folder.resolve("train/dog/8.png"));
        assertThat(dataset.file(Split.TEST, 1)).contains(folder.resolve("test/dog/20.png"));
        assertThat(dataset.file(Split.TEST, 1)).map(Path::toString).contains(dataset.describe(Split.TEST, 1));
    }

    @Test
    void chosenImagesKeepTheirFiles() throws IOException {
        ImageDataset dataset =
                animals.load(animals.config().withSelection(ImageSelection.all().withMaxPerClass(3)));

        assertThat(dataset.file(Split.TRAIN, 1)).contains(folder.resolve("train/cat/3.png"));
        assertThat(dataset.file(Split.TRAIN, 5)).contains(folder.resolve("train/dog/6.png"));
    }

    @Test
    void imagesInMemoryKeepTheirFiles() throws IOException {
        ImageDataset held = ((PreprocessedDataset) animals.load()).held();

        assertThat(held.file(Split.TRAIN, 10)).contains(folder.resolve("train/dog/1.png"));
        assertThat(held.images(Split.TRAIN, 10).at(0, 0, 0, 0)).isEqualTo(101);
    }

    @Test
    void aFileOfManyImagesIsTheFileOfNone() throws IOException {
        TinyDigits.write(folder.resolve("digits"), 20, 10);

        ImageDataset digits = new DatasetCatalog()
                .load(new DatasetConfig(folder.resolve("digits").toString()));

        assertThat(digits.file(Split.TRAIN, 0)).isEmpty();
        assertThat(digits.file(Split.TEST, 9)).isEmpty();
    }
}
