package org.dwastudio.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dwastudio.data.format.CatsAndDogs.values;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.config.ImageFitting;
import org.dwastudio.config.ImageFitting.Fit;
import org.dwastudio.config.ImageSelection;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images and classes of a folder that are left out, chosen, limited or fitted. */
class FolderSelectionTest {
    @TempDir
    private Path folder;

    private CatsAndDogs animals;

    @BeforeEach
    void openFolder() {
        animals = new CatsAndDogs(folder);
    }

    @Test
    void emptyClassesAreLeftOutOnRequest() throws IOException {
        animals.split("train", 10).split("test", 20);
        animals.files()
                .folder("train/ant")
                .folder("test/ant")
                .folder("train/yak")
                .folder("test/yak");
        assertThatThrownBy(animals::load)
                .hasMessageContainingAll("2 classes have no images", "ant, yak", "skipEmptyClasses");

        ImageDataset dataset =
                animals.load(animals.config().withSelection(ImageSelection.all().withSkipEmptyClasses(true)));

        assertThat(dataset.classNames()).containsExactly("cat", "dog");
        assertThat(dataset.labels(Split.TRAIN, 0, 1)).containsExactly(0, 1);
        assertThat(dataset.notes()).containsExactly(DatasetNote.of(Kind.EMPTY_CLASSES_SKIPPED, 2, "ant, yak"));
    }

    @Test
    void emptyClassesOfAFolderWithoutATestSplitAreAllNamed() throws IOException {
        for (int i = 0; i < 3; i++) {
            animals.files().gray("cat/" + i + ".png", 8, i).gray("dog/" + i + ".png", 8, i);
        }
        animals.files().folder("ant").folder("yak");

        assertThatThrownBy(animals::load).hasMessageContainingAll("2 classes have no images", "ant, yak");
        assertThat(animals.load(animals.config()
                                .withSelection(ImageSelection.all().withSkipEmptyClasses(true)))
                        .classNames())
                .containsExactly("cat", "dog");
    }

    @Test
    void unreadableImagesAreLeftOutOnRequestCountedAndNamed() throws IOException {
        animals.split("train", 10).split("test", 20);
        animals.files().text("train/cat/a.jpg", "<html>").bytes("train/dog/b.png", new byte[0]);
        animals.files().gray("test/dog/c.png", 8, 3).cut("test/dog/c.png", 40);
        assertThatThrownBy(animals::load).hasMessageContaining("skipUnreadable");

        ImageDataset dataset =
                animals.load(animals.config().withSelection(ImageSelection.all().withSkipUnreadable(true)));

        assertThat(values(dataset, Split.TRAIN)).containsExactly(10, 11);
        assertThat(values(dataset, Split.TEST)).containsExactly(20, 21);
        DatasetNote note = dataset.notes().get(0);
        assertThat(note.kind()).isEqualTo(Kind.UNREADABLE_SKIPPED);
        assertThat(note.describe())
                .startsWith("3 images cannot be read")
                .contains(
                        folder.resolve("train/cat/a.jpg").toString(),
                        folder.resolve("test/dog/c.png").toString());
    }

    @Test
    void aSplitWithoutReadableImagesIsRejected() {
        animals.split("train", 10).split("test", 20);
        animals.files().text("test/cat/20.png", "x").text("test/dog/20.png", "x");

        assertThatThrownBy(() -> animals.load(
                        animals.config().withSelection(ImageSelection.all().withSkipUnreadable(true))))
                .hasMessageContainingAll("no image of the test split can be read", "20.png");
    }

    @Test
    void classesAreChosenByNameAndKeepTheirOrder() throws IOException {
        for (String name : List.of("ant", "bee", "cow")) {
            animals.files().gray("train/" + name + "/1.png", 8, name.charAt(0)).gray("test/" + name + "/1.png", 8, 1);
        }

        ImageDataset dataset =
                animals.load(animals.config().withSelection(ImageSelection.all().withClasses(List.of("cow", "ant"))));

        assertThat(dataset.classNames()).containsExactly("ant", "cow");
        assertThat(values(dataset, Split.TRAIN)).containsExactly(97, 99);
        assertThat(dataset.indicesOf(Split.TRAIN, 1)).containsExactly(1);
        assertThatThrownBy(() -> animals.load(
                        animals.config().withSelection(ImageSelection.all().withClasses(List.of("cwo", "ant")))))
                .hasMessageContainingAll("no class cwo", "Did you mean cow?");
    }

    @Test
    void theImagesOfAClassAreLimitedEvenly() throws IOException {
        for (int i = 0; i < 9; i++) {
            animals.files().gray("train/cat/" + i + ".png", 8, i).gray("train/dog/" + i + ".png", 8, 100 + i);
        }
        animals.split("test", 20);

        ImageDataset dataset =
                animals.load(animals.config().withSelection(ImageSelection.all().withMaxPerClass(3)));

        assertThat(values(dataset, Split.TRAIN)).containsExactly(0, 3, 6, 100, 103, 106);
        assertThat(dataset.testCount()).isEqualTo(2);
        assertThat(dataset.notes()).containsExactly(DatasetNote.of(Kind.LIMITED_PER_CLASS, 3, 6, 18));
    }

    @Test
    void wideImagesAreCroppedPaddedOrStretched() throws IOException {
        for (String split : List.of("train", "test")) {
            for (String name : List.of("cat", "dog")) {
                animals.files().color(split + "/" + name + "/1.png", 40, 10, 0xFFFFFFFF);
            }
        }

        assertThat(column(Fit.CROP)).containsOnly(255);
        assertThat(column(Fit.STRETCH)).containsOnly(255);
        assertThat(column(Fit.PAD)).containsExactly(0, 0, 0, 255, 255, 0, 0, 0);
    }

    private int[] column(Fit fit) throws IOException {
        ImageDataset dataset = animals.load(animals.config()
                .withImageSize(8)
                .withFitting(ImageFitting.standard().withFit(fit)));
        return IntStream.range(0, 8)
                .map(y -> dataset.images(Split.TRAIN, 0).at(0, y, 3, 0))
                .toArray();
    }
}
