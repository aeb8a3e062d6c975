package org.dwastudio.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dwastudio.config.DatasetConfig;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders as people have them. */
class PeoplesFoldersTest {
    @TempDir
    private Path folder;

    private DatasetFiles files;
    private DatasetConfig config;

    @BeforeEach
    void openFolder() {
        files = new DatasetFiles(folder);
        config = new DatasetConfig(folder.toString());
    }

    @Test
    void aValidationSplitChoosesAndATestSplitMeasures() throws IOException {
        split("train", 10).split("valid", 20).split("test", 30);

        ImageDataset dataset = load();

        assertThat(values(dataset, Split.TEST)).containsExactly(30, 31);
        assertThat(values(dataset.forChoosing(), Split.TEST)).containsExactly(20, 21);
        assertThat(values(dataset.forChoosing(), Split.TRAIN)).containsExactly(10, 11);
        assertThat(dataset.notes()).containsExactly(DatasetNote.of(Kind.THREE_SPLITS, "train", "valid", "test"));
        assertThat(dataset.splitBySeed()).isFalse();
    }

    @Test
    void aValidationSplitAloneIsTheTestSplitAndSaysSo() throws IOException {
        split("train", 10).split("val", 20);

        ImageDataset dataset = load();

        assertThat(values(dataset, Split.TEST)).containsExactly(20, 21);
        assertThat(dataset.forChoosing()).isSameAs(dataset);
        assertThat(dataset.notes()).containsExactly(DatasetNote.of(Kind.VALIDATION_IS_TEST, "val"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"test/1.png", "test/unknown/1.png", "Testing/a/b/1.png"})
    void aTestSplitWithoutClassesIsLeftOutAndTrainIsSplit(String image) throws IOException {
        split("train", 10).split("train", 40);
        files.gray(image, 8, 99);

        ImageDataset dataset = load();

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
        split(names.split(",", -1)[0], 10).split(names.split(",", -1)[1], 20);

        ImageDataset dataset = load();

        assertThat(dataset.classNames()).containsExactly("cat", "dog");
        assertThat(values(dataset, Split.TRAIN)).containsExactly(10, 11);
        assertThat(values(dataset, Split.TEST)).containsExactly(20, 21);
    }

    @ParameterizedTest
    @ValueSource(strings = {"images", "session1", "2024/may"})
    void theClassesAreTheFirstFoldersWithImagesBelow(String between) throws IOException {
        for (int i = 0; i < 3; i++) {
            files.gray("n1/" + between + "/" + i + ".png", 8, i).gray("n2/" + between + "/" + i + ".JPEG", 8, i);
        }

        ImageDataset dataset = load();

        assertThat(dataset.classNames()).containsExactly("n1", "n2");
        assertThat(dataset.trainCount() + dataset.testCount()).isEqualTo(6);
    }

    @Test
    void aClassMayBeCalledTrain() throws IOException {
        for (int i = 0; i < 2; i++) {
            files.gray("bus/" + i + ".png", 8, i)
                    .gray("plane/" + i + ".png", 8, i)
                    .gray("train/" + i + ".png", 8, i);
        }

        assertThat(load().classNames()).containsExactly("bus", "plane", "train");
    }

    @Test
    void foldersNextToTheSplitsAreNamed() throws IOException {
        split("train", 10).split("test", 20);
        files.gray("pred/1.png", 8, 1);

        assertThat(load().notes()).containsExactly(DatasetNote.of(Kind.FOLDERS_LEFT_OUT, "pred"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"words.txt", "LOC_synset_mapping.txt", "imagenet_class_index.json", "Labels.json"})
    void wordNetNumbersGetTheirNames(String file) throws IOException {
        for (String number : List.of("n01440764", "n02102040")) {
            files.gray("data/train/" + number + "/1.png", 8, 1).gray("data/val/" + number + "/1.png", 8, 1);
        }
        files.text(
                file,
                switch (file) {
                    case "words.txt" -> "n01440764\ttench, Tinca tinca\nn02102040\tEnglish springer\n";
                    case "LOC_synset_mapping.txt" -> "n01440764 tench, Tinca tinca\nn02102040 English springer\n";
                    case "Labels.json" ->
                        "{\"n01440764\": \"tench, Tinca tinca\", \"n02102040\": \"English springer\"}";
                    default -> "{\"0\": [\"n01440764\", \"tench\"], \"217\": [\"n02102040\", \"English_springer\"]}";
                });

        ImageDataset dataset = load();

        assertThat(dataset.classNames()).containsExactly("tench", "English springer");
        assertThat(dataset.notes())
                .contains(DatasetNote.of(
                        Kind.NAMES_FROM_FILE, folder.resolve(file).toString()));
    }

    @Test
    void emptyClassesAreLeftOutOnRequest() throws IOException {
        split("train", 10).split("test", 20);
        files.folder("train/ant").folder("test/ant").folder("train/yak").folder("test/yak");
        assertThatThrownBy(this::load)
                .hasMessageContainingAll("2 classes have no images", "ant, yak", "skipEmptyClasses");

        ImageDataset dataset = load(config.withSelection(ImageSelection.all().withSkipEmptyClasses(true)));

        assertThat(dataset.classNames()).containsExactly("cat", "dog");
        assertThat(dataset.labels(Split.TRAIN, 0, 1)).containsExactly(0, 1);
        assertThat(dataset.notes()).containsExactly(DatasetNote.of(Kind.EMPTY_CLASSES_SKIPPED, 2, "ant, yak"));
    }

    @Test
    void emptyClassesOfAFolderWithoutATestSplitAreAllNamed() throws IOException {
        for (int i = 0; i < 3; i++) {
            files.gray("cat/" + i + ".png", 8, i).gray("dog/" + i + ".png", 8, i);
        }
        files.folder("ant").folder("yak");

        assertThatThrownBy(this::load).hasMessageContainingAll("2 classes have no images", "ant, yak");
        assertThat(load(config.withSelection(ImageSelection.all().withSkipEmptyClasses(true)))
                        .classNames())
                .containsExactly("cat", "dog");
    }

    @Test
    void unreadableImagesAreLeftOutOnRequestCountedAndNamed() throws IOException {
        split("train", 10).split("test", 20);
        files.text("train/cat/a.jpg", "<html>").bytes("train/dog/b.png", new byte[0]);
        files.gray("test/dog/c.png", 8, 3).cut("test/dog/c.png", 40);
        assertThatThrownBy(this::load).hasMessageContaining("skipUnreadable");

        ImageDataset dataset = load(config.withSelection(ImageSelection.all().withSkipUnreadable(true)));

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
        split("train", 10).split("test", 20);
        files.text("test/cat/20.png", "x").text("test/dog/20.png", "x");

        assertThatThrownBy(() -> load(config.withSelection(ImageSelection.all().withSkipUnreadable(true))))
                .hasMessageContainingAll("no image of the test split can be read", "20.png");
    }

    @Test
    void classesAreChosenByNameAndKeepTheirOrder() throws IOException {
        for (String name : List.of("ant", "bee", "cow")) {
            files.gray("train/" + name + "/1.png", 8, name.charAt(0)).gray("test/" + name + "/1.png", 8, 1);
        }

        ImageDataset dataset = load(config.withSelection(ImageSelection.all().withClasses(List.of("cow", "ant"))));

        assertThat(dataset.classNames()).containsExactly("ant", "cow");
        assertThat(values(dataset, Split.TRAIN)).containsExactly(97, 99);
        assertThat(dataset.indicesOf(Split.TRAIN, 1)).containsExactly(1);
        assertThatThrownBy(() -> load(config.withSelection(ImageSelection.all().withClasses(List.of("cwo", "ant")))))
                .hasMessageContainingAll("no class cwo", "Did you mean cow?");
    }

    @Test
    void theImagesOfAClassAreLimitedEvenly() throws IOException {
        for (int i = 0; i < 9; i++) {
            files.gray("train/cat/" + i + ".png", 8, i).gray("train/dog/" + i + ".png", 8, 100 + i);
        }
        split("test", 20);

        ImageDataset dataset = load(config.withSelection(ImageSelection.all().withMaxPerClass(3)));

        assertThat(values(dataset, Split.TRAIN)).containsExactly(0, 3, 6, 100, 103, 106);
        assertThat(dataset.testCount()).isEqualTo(2);
        assertThat(dataset.notes()).containsExactly(DatasetNote.of(Kind.LIMITED_PER_CLASS, 3, 6, 18));
    }

    @Test
    void wideImagesAreCroppedPaddedOrStretched() throws IOException {
        for (String split : List.of("train", "test")) {
            for (String name : List.of("cat", "dog")) {
                files.color(split + "/" + name + "/1.png", 40, 10, 0xFFFFFFFF);
            }
        }

        assertThat(column(Fit.CROP)).containsOnly(255);
        assertThat(column(Fit.STRETCH)).containsOnly(255);
        assertThat(column(Fit.PAD)).containsExactly(0, 0, 0, 255, 255, 0, 0, 0);
    }

    private int[] column(Fit fit) throws IOException {
        ImageDataset dataset =
                load(config.withImageSize(8).withFitting(ImageFitting.standard().withFit(fit)));
        return IntStream.range(0, 8)
                .map(y -> dataset.images(Split.TRAIN, 0).at(0, y, 3, 0))
                .toArray();
    }

    @Test
    void linksThatLeadNowhereOrBackAreNamedAndTheRestIsRead() throws IOException {
        split("train", 10).split("test", 20);
        Files.createSymbolicLink(folder.resolve("train/cat/x.png"), folder.resolve("unmounted/x.png"));
        Files.createSymbolicLink(folder.resolve("train/dog/again"), folder.resolve("train"));

        ImageDataset dataset = load();

        assertThat(dataset.notes())
                .contains(DatasetNote.of(
                        Kind.BROKEN_LINKS, 1, folder.resolve("train/cat/x.png").toString()))
                .anyMatch(note ->
                        note.kind() == Kind.LINK_LOOPS && note.describe().contains("again"));
        assertThat(values(dataset, Split.TEST)).containsExactly(20, 21);
    }

    @Test
    void aClassFolderThatIsALinkBackIsNoClass() throws IOException {
        split("train", 10).split("test", 20);
        Files.createSymbolicLink(folder.resolve("train/loop"), folder);
        Files.createSymbolicLink(folder.resolve("test/gone"), folder.resolve("nowhere"));

        ImageDataset dataset = load();

        assertThat(dataset.classNames()).containsExactly("cat", "dog");
        assertThat(dataset.notes()).extracting(DatasetNote::kind).contains(Kind.LINK_LOOPS, Kind.BROKEN_LINKS);
    }

    @Test
    void classesOfVeryDifferentSizesAreNoted() throws IOException {
        for (int i = 0; i < 7; i++) {
            files.gray("train/cat/" + i + ".png", 8, i);
        }
        files.gray("train/dog/1.png", 8, 1);
        split("test", 20);

        assertThat(load().notes()).containsExactly(DatasetNote.of(Kind.IMBALANCED, "cat", 7, "dog", 1));
    }

    private PeoplesFoldersTest split(String place, int value) {
        files.gray(place + "/cat/" + value + ".png", 8, value).gray(place + "/dog/" + value + ".png", 8, value + 1);
        return this;
    }

    private ImageDataset load() throws IOException {
        return load(config);
    }

    private static ImageDataset load(DatasetConfig config) throws IOException {
        return new DatasetCatalog().load(config);
    }

    private static List<Integer> values(ImageDataset dataset, Split split) {
        return Stream.iterate(0, i -> i < dataset.count(split), i -> i + 1)
                .map(i -> dataset.images(split, i).at(0, 0, 0, 0))
                .toList();
    }
}
