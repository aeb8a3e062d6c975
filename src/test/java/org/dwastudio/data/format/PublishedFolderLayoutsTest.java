package org.dwastudio.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dwastudio.data.format.CatsAndDogs.values;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders as people have them. */
class PublishedFolderLayoutsTest {
    @TempDir
    private Path folder;

    private CatsAndDogs animals;

    @BeforeEach
    void openFolder() {
        animals = new CatsAndDogs(folder);
    }

    @Test
    void aValidationSplitChoosesAndATestSplitMeasures() throws IOException {
        animals.split("train", 10).split("valid", 20).split("test", 30);

        ImageDataset dataset = animals.load();

        assertThat(values(dataset, Split.TEST)).containsExactly(30, 31);
        assertThat(values(dataset.forChoosing(), Split.TEST)).containsExactly(20, 21);
        assertThat(values(dataset.forChoosing(), Split.TRAIN)).containsExactly(10, 11);
        assertThat(dataset.notes()).containsExactly(DatasetNote.of(Kind.THREE_SPLITS, "train", "valid", "test"));
        assertThat(dataset.splitBySeed()).isFalse();
    }

    @Test
    void aSingleValidationSplitIsUsedAsTestSplitWithANote() throws IOException {
        animals.split("train", 10).split("val", 20);

        ImageDataset dataset = animals.load();

        assertThat(values(dataset, Split.TEST)).containsExactly(20, 21);
        assertThat(dataset.forChoosing()).isSameAs(dataset);
        assertThat(dataset.notes()).containsExactly(DatasetNote.of(Kind.VALIDATION_IS_TEST, "val"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"test/1.png", "test/unknown/1.png", "Testing/a/b/1.png"})
    void aTestSplitWithoutClassesIsLeftOutAndTrainIsSplit(String image) throws IOException {
        animals.split("train", 10).split("train", 40);
        animals.files().gray(image, 8, 99);

        ImageDataset dataset = animals.load();

        assertThat(dataset.splitBySeed()).isTrue();
        assertThat(dataset.trainCount()).isEqualTo(2);
        assertThat(dataset.testCount()).isEqualTo(2);
        assertThat(dataset.notes())
                .containsExactly(DatasetNote.of(Kind.UNLABELED_LEFT_OUT, image.substring(0, image.indexOf('/'))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Training,Testing",
                "seg_train/seg_train,seg_test/seg_test",
                "wrapped/train,wrapped/test",
                "a/b/train_set,a/b/test_set",
                "data/train/images,data/test/images"
            })
    void theSplitsAreFoundUnderManyNames(String names) throws IOException {
        animals.split(names.split(",", -1)[0], 10).split(names.split(",", -1)[1], 20);

        ImageDataset dataset = animals.load();

        assertThat(dataset.classNames()).containsExactly("cat", "dog");
        assertThat(values(dataset, Split.TRAIN)).containsExactly(10, 11);
        assertThat(values(dataset, Split.TEST)).containsExactly(20, 21);
    }

    @ParameterizedTest
    @ValueSource(strings = {"images", "session1", "2024/may"})
    void theClassesAreTheFirstFoldersWithImagesBelow(String between) throws IOException {
        for (int i = 0; i < 3; i++) {
            animals.files()
                    .gray("n1/" + between + "/" + i + ".png", 8, i)
                    .gray("n2/" + between + "/" + i + ".JPEG", 8, i);
        }

        ImageDataset dataset = animals.load();

        assertThat(dataset.classNames()).containsExactly("n1", "n2");
        assertThat(dataset.trainCount() + dataset.testCount()).isEqualTo(6);
    }

    @Test
    void aClassMayBeCalledTrain() throws IOException {
        for (int i = 0; i < 2; i++) {
            animals.files()
                    .gray("bus/" + i + ".png", 8, i)
                    .gray("plane/" + i + ".png", 8, i)
                    .gray("train/" + i + ".png", 8, i);
        }

        assertThat(animals.load().classNames()).containsExactly("bus", "plane", "train");
    }

    @Test
    void foldersNextToTheSplitsAreNamed() throws IOException {
        animals.split("train", 10).split("test", 20);
        animals.files().gray("pred/1.png", 8, 1);

        assertThat(animals.load().notes()).containsExactly(DatasetNote.of(Kind.FOLDERS_LEFT_OUT, "pred"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"words.txt", "LOC_synset_mapping.txt", "imagenet_class_index.json", "Labels.json"})
    void wordNetNumbersGetTheirNames(String file) throws IOException {
        for (String number : List.of("n01440764", "n02102040")) {
            animals.files().gray("data/train/" + number + "/1.png", 8, 1).gray("data/val/" + number + "/1.png", 8, 1);
        }
        animals.files()
                .text(
                        file,
                        switch (file) {
                            case "words.txt" -> "n01440764\ttench, Tinca tinca\nn02102040\tEnglish springer\n";
                            case "LOC_synset_mapping.txt" ->
                                "n01440764 tench, Tinca tinca\nn02102040 English springer\n";
                            case "Labels.json" ->
                                "{\"n01440764\": \"tench, Tinca tinca\", \"n02102040\": \"English springer\"}";
                            default ->
                                "{\"0\": [\"n01440764\", \"tench\"], \"217\": [\"n02102040\", \"English_springer\"]}";
                        });

        ImageDataset dataset = animals.load();

        assertThat(dataset.classNames()).containsExactly("tench", "English springer");
        assertThat(dataset.notes())
                .contains(DatasetNote.of(
                        Kind.NAMES_FROM_FILE, folder.resolve(file).toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"0\": [null, \"tench\"]}", "{\"0\": [{}, {}]}", "{\"0\": [[], []]}", "[]", "{\"0\": "})
    void namesInAnyFormButTextAreRefused(String json) {
        for (String number : List.of("n01440764", "n02102040")) {
            animals.files().gray("train/" + number + "/1.png", 8, 1).gray("val/" + number + "/1.png", 8, 1);
        }
        animals.files().text("imagenet_class_index.json", json);

        assertThatThrownBy(animals::load)
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("imagenet_class_index.json: not a readable list of class names");
    }

    @Test
    void linksThatLeadNowhereOrBackAreNamedAndTheRestIsRead() throws IOException {
        animals.split("train", 10).split("test", 20);
        Files.createSymbolicLink(folder.resolve("train/cat/x.png"), folder.resolve("unmounted/x.png"));
        Files.createSymbolicLink(folder.resolve("train/dog/again"), folder.resolve("train"));

        ImageDataset dataset = animals.load();

        assertThat(dataset.notes())
                .contains(DatasetNote.of(
                        Kind.BROKEN_LINKS, 1, folder.resolve("train/cat/x.png").toString()))
                .anyMatch(note ->
                        note.kind() == Kind.LINK_LOOPS && note.describe().contains("again"));
        assertThat(values(dataset, Split.TEST)).containsExactly(20, 21);
    }

    @Test
    void aClassFolderThatIsALinkBackIsNoClass() throws IOException {
        animals.split("train", 10).split("test", 20);
        Files.createSymbolicLink(folder.resolve("train/loop"), folder);
        Files.createSymbolicLink(folder.resolve("test/gone"), folder.resolve("nowhere"));

        ImageDataset dataset = animals.load();

        assertThat(dataset.classNames()).containsExactly("cat", "dog");
        assertThat(dataset.notes()).extracting(DatasetNote::kind).contains(Kind.LINK_LOOPS, Kind.BROKEN_LINKS);
    }

    @Test
    void classesOfVeryDifferentSizesAreNoted() throws IOException {
        for (int i = 0; i < 7; i++) {
            animals.files().gray("train/cat/" + i + ".png", 8, i);
        }
        animals.files().gray("train/dog/1.png", 8, 1);
        animals.split("test", 20);

        assertThat(animals.load().notes()).containsExactly(DatasetNote.of(Kind.IMBALANCED, "cat", 7, "dog", 1));
    }
}
