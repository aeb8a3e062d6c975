package org.dwastudio.ui.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.SimpleBooleanProperty;
import org.dwastudio.config.Experiment;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.TestImages;
import org.dwastudio.run.history.RunStore;
import org.dwastudio.run.history.RunSummary;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotWriter;
import org.dwastudio.stage.comparison.ComparedFolders;
import org.dwastudio.stage.comparison.SettingValue;
import org.dwastudio.stage.comparison.StudentPair;
import org.dwastudio.stage.comparison.Verdict;
import org.dwastudio.ui.comparison.again.RunAgainViewModel;
import org.dwastudio.ui.comparison.again.SynthesisStarter;
import org.dwastudio.ui.comparison.newest.NewestRuns;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonViewModelTest {
    private static final int CLASSES = 3;

    @TempDir
    private Path parent;

    private final Notices notices = new Notices();
    private ComparedFolders folders;
    private Optional<Path> current = Optional.empty();
    private ComparisonViewModel model;

    @BeforeEach
    void begin() {
        folders = new ComparedFolders(parent);
        Threads threads = new Threads(Runnable::run, Runnable::run, () -> 0);
        RunAgainViewModel again = new RunAgainViewModel(
                new SynthesisStarter(
                        experiment -> {},
                        experiment -> Optional.empty(),
                        experiment -> {},
                        experiment -> new CompletableFuture<>(),
                        new SimpleBooleanProperty(),
                        new SimpleBooleanProperty()),
                threads);
        model = new ComparisonViewModel(
                () -> current,
                new NewestRuns(new RunStore(parent, folder -> {}), threads, notices),
                again,
                threads,
                notices);
    }

    @Test
    void runsAreAddedMovedToTheFrontAndRemoved() throws IOException {
        Path one = run("one", 0);
        Path two = run("two", 0.1);
        Path three = run("three", 0.2);

        model.compare(List.of(one, two));
        model.add(three);
        assertThat(labeled()).containsExactly("A one", "B two", "C three");

        model.moveToFront(three);
        assertThat(labeled()).containsExactly("A three", "B one", "C two");

        model.remove(one);
        assertThat(labeled()).containsExactly("A three", "B two");

        model.remove(two);
        assertThat(labeled()).containsExactly("A three");
        assertThat(model.contentProperty().get().comparison()).isEmpty();
    }

    @Test
    void anEmptyComparisonOffersTheNewestRunsWithImages() throws IOException {
        Path one = run("one", 0);
        Path two = run("two", 0.1);
        Files.createDirectories(parent.resolve("empty"));

        model.show();

        assertThat(model.newest().runsProperty().get().value().orElseThrow())
                .extracting(RunSummary::folder)
                .containsExactlyInAnyOrder(one, two);
    }

    @Test
    void severalRunsReplaceThoseBeforeAndOneIsAdded() throws IOException {
        Path one = run("one", 0);
        Path two = run("two", 0.1);
        Path three = run("three", 0.2);
        model.compare(List.of(one, two));

        model.compare(List.of(three));
        assertThat(model.folders()).containsExactly(one, two, three);

        model.compare(List.of(three, two));
        assertThat(model.folders()).containsExactly(three, two);
        assertThat(model.shownProperty().get()).isTrue();
    }

    @Test
    void noRunIsThereTwiceAndNoMoreThanFour() throws IOException {
        for (int i = 0; i < 5; i++) {
            model.add(run("run-" + i, i / 10.0));
        }
        model.remove(model.folders().get(0));
        model.add(model.folders().get(1));

        assertThat(labeled()).containsExactly("A run-1", "B run-2", "C run-3");
    }

    @Test
    void settingsThatDifferHaveAValuePerRun() throws IOException {
        model.compare(List.of(run("one", 0.25), run("two", 0.1)));

        assertThat(model.contentProperty().get().comparison().orElseThrow().settings())
                .singleElement()
                .satisfies(setting -> {
                    assertThat(setting.key()).isEqualTo("synthesis.rho");
                    assertThat(setting.values()).extracting(SettingValue::text).containsExactly("0.25", "0.1");
                });
    }

    @Test
    void studentsOfOneRecipeHaveAVerdict() throws IOException {
        Experiment first = ComparedFolders.experiment("one", 0);
        Experiment second = ComparedFolders.experiment("two", 0.1);
        Path one = folders.run(first);
        Path two = folders.run(second);
        folders.evaluate(one, first, 0.50, 0.52, 0.54, 0.51);
        folders.evaluate(two, second, 0.30, 0.33, 0.35, 0.30);

        model.compare(List.of(one, two));

        StudentPair pair = model.contentProperty()
                .get()
                .comparison()
                .orElseThrow()
                .students()
                .get(0)
                .recipes()
                .get(0)
                .pairs()
                .get(0);
        assertThat(pair.first().run()).contains("A");
        assertThat(pair.verdict()).isEqualTo(Verdict.REAL);
    }

    @Test
    void aFolderThatCannotBeReadStaysWithTheReason() throws IOException {
        Path missing = parent.resolve("missing");

        model.compare(List.of(run("one", 0), missing, run("two", 0.1)));

        RunColumn column = model.contentProperty().get().columns().get(1);
        assertThat(column.content()).isEmpty();
        assertThat(column.failure().orElseThrow().english()).contains("missing");
        assertThat(labeled()).containsExactly("A one", "B two");
        assertThat(model.contentProperty().get().comparison()).isPresent();
    }

    @Test
    void runsOfOneLengthShareTheirIterations() throws IOException {
        Path one = run("one", 0);
        Path two = run("two", 0.1);
        ImageBatch start = snapshots(one, 0, 1, 2).get(0);
        snapshots(two, 0, 2);
        model.compare(List.of(one, two));
        ComparisonLineViewModel line = model.line();

        assertThat(line.lineProperty().get()).isEqualTo(new ComparisonLine(2, false, List.of(0.0, 1.0, 2.0)));
        assertThat(line.positionProperty().get()).isEqualTo(2);

        line.toStart();
        assertThat(images(one).bytes()).isEqualTo(start.bytes());
        line.move(1);
        assertThat(line.positionProperty().get()).isEqualTo(1);
    }

    @Test
    void runsOfDifferentLengthsShareThePercentOfTheirIterations() throws IOException {
        Path shorter = run("shorter", 0);
        Experiment longer = ComparedFolders.experiment("longer", 0);
        Path other = folders.run(longer.withSynthesis(longer.synthesis().withIterations(4)));
        List<ImageBatch> ofShorter = snapshots(shorter, 0, 1, 2);
        List<ImageBatch> ofLonger = snapshots(other, 0, 2, 4);
        model.compare(List.of(shorter, other));
        ComparisonLineViewModel line = model.line();

        assertThat(line.lineProperty().get()).isEqualTo(new ComparisonLine(100, true, List.of(0.0, 50.0, 100.0)));
        line.lookAt(60);

        assertThat(line.positionProperty().get()).isEqualTo(50);
        assertThat(model.contentProperty().get().runs())
                .extracting(line::iterationOf)
                .containsExactly(1, 2);
        assertThat(images(shorter).bytes()).isEqualTo(ofShorter.get(1).bytes());
        assertThat(images(other).bytes()).isEqualTo(ofLonger.get(1).bytes());
    }

    @Test
    void aRunWithoutSnapshotsHasItsLastImages() throws IOException {
        Path one = run("one", 0);
        Path two = run("two", 0.1);
        snapshots(two, 0, 2);
        model.compare(List.of(one, two));

        RunContent content = model.contentProperty().get().runs().get(0);
        assertThat(content.kept().hasSnapshots()).isFalse();
        assertThat(content.lastImages()).hasSize(2 * CLASSES);
        assertThat(content.shape()).isEqualTo(new GridShape(content.shape().classNames(), 2, 8, 8, 3));
        assertThat(model.line().imagesProperty().get()).containsOnlyKeys(two);
    }

    @Test
    void snapshotsArePlayedToTheEnd() throws IOException {
        Path one = run("one", 0);
        Path two = run("two", 0.1);
        snapshots(one, 0, 1, 2);
        model.compare(List.of(one, two));
        ComparisonLineViewModel line = model.line();

        line.playOrPause();
        assertThat(line.positionProperty().get()).isZero();
        line.advance();
        line.advance();
        assertThat(line.positionProperty().get()).isEqualTo(2);
        line.advance();
        assertThat(line.playingProperty().get()).isFalse();
    }

    @Test
    void theComparisonIsWrittenAsAPage() throws IOException {
        Path page = parent.resolve("comparison.html");
        model.compare(List.of(run("one", 0), run("two", 0.1)));

        model.writePage(page, Locale.ENGLISH);

        assertThat(Files.readString(page)).contains("Comparison: one, two");
        assertThat(notices.shown()).extracting(Notice::key).containsExactly("notice.saved");
    }

    @Test
    void theRunInTheWindowIsAddedOrMissing() throws IOException {
        model.addCurrent();
        assertThat(notices.shown()).extracting(Notice::key).containsExactly("comparison.notice.current");

        current = Optional.of(run("one", 0));
        model.addCurrent();
        assertThat(labeled()).containsExactly("A one");
    }

    private Path run(String name, double rho) throws IOException {
        return folders.run(ComparedFolders.experiment(name, rho));
    }

    /** Writes snapshots of the first column at some iterations and returns their images. */
    private static List<ImageBatch> snapshots(Path run, int... iterations) throws IOException {
        List<ImageBatch> images = Arrays.stream(iterations)
                .mapToObj(iteration -> TestImages.random(CLASSES, 8, 3, 10 + iteration))
                .toList();
        try (SnapshotWriter writer = new SnapshotWriter(new RunDirectory(run).snapshots(), 0, 1_000_000)) {
            for (int i = 0; i < iterations.length; i++) {
                writer.add(new Snapshot(0, 0, iterations[i], CLASSES), images.get(i), CLASSES);
            }
        }
        return images;
    }

    private ImageBatch images(Path run) {
        return model.line()
                .imagesProperty()
                .get()
                .getOrDefault(run, List.of())
                .get(0)
                .images();
    }

    private List<String> labeled() {
        return model.contentProperty().get().runs().stream()
                .map(content -> content.run().label() + " " + content.run().name())
                .toList();
    }
}
