package org.dwastudio.ui.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.dwastudio.file.Directories;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.TestImages;
import org.dwastudio.run.history.RunStore;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotWriter;
import org.dwastudio.stage.comparison.ComparedFolders;
import org.dwastudio.ui.comparison.again.RunAgainViewModel;
import org.dwastudio.ui.comparison.again.SynthesisStarter;
import org.dwastudio.ui.comparison.newest.NewestRuns;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns of runs that are started from the comparison. */
class RepeatedRunTest {
    @TempDir
    private Path parent;

    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private Path next = Path.of("");
    private ComparedFolders folders;
    private ComparisonViewModel model;

    @BeforeEach
    void begin() {
        folders = new ComparedFolders(parent);
        Threads threads = new Threads(Runnable::run, Runnable::run, () -> 0);
        RunAgainViewModel again = new RunAgainViewModel(
                new SynthesisStarter(
                        experiment -> {},
                        experiment -> Optional.of(next),
                        experiment -> {},
                        experiment -> new CompletableFuture<>(),
                        busy,
                        loaded),
                threads);
        model = new ComparisonViewModel(
                Optional::empty,
                new NewestRuns(new RunStore(parent, folder -> {}), threads, new Notices()),
                again,
                threads,
                new Notices());
        model.shownProperty().set(true);
    }

    @Test
    void aRepeatedRunTakesTheNextFreeColumnOnceItHasReadItsInputs() throws IOException {
        Path one = run("one", 0);
        Path two = run("two", 0.1);
        model.compare(List.of(one, two));
        next = run("next", 0.2);

        start(1);
        assertThat(labeled()).containsExactly("A one", "B two");
        loaded.set(true);

        assertThat(labeled()).containsExactly("A one", "B two", "C next");
    }

    @Test
    void aRepeatedRunReplacesTheOneThatItRepeatsAmongFour() throws IOException {
        model.compare(List.of(run("one", 0), run("two", 0.1), run("three", 0.2), run("four", 0.3)));
        next = run("next", 0.4);

        start(1);
        loaded.set(true);

        assertThat(labeled()).containsExactly("A one", "B next", "C three", "D four");
    }

    @Test
    void aRepeatedRunIsReadAgainAtItsEnd() throws IOException {
        Path one = run("one", 0);
        model.compare(List.of(one, run("two", 0.1)));
        busy.set(true);
        next = parent.resolve("later");
        start(0);
        loaded.set(true);
        assertThat(model.contentProperty().get().columns().get(2).failure()).isPresent();

        Files.move(run("three", 0.2), next);
        busy.set(false);

        assertThat(labeled()).containsExactly("A one", "B two", "C three");
    }

    @Test
    void aRunWithoutClassNamesYetHasThoseOfAnother() throws IOException {
        Path named = run("one", 0);
        Path unnamed = run("two", 0.1);
        RunDirectory running = new RunDirectory(unnamed);
        Directories.delete(running.images());
        try (SnapshotWriter writer = new SnapshotWriter(running.snapshots(), 0, 1_000_000)) {
            writer.add(new Snapshot(0, 0, 0, 3), TestImages.random(3, 8, 3, 1), 3);
        }

        model.compare(List.of(named, unnamed));
        List<RunContent> runs = model.contentProperty().get().runs();

        assertThat(runs.get(0).shape().classNames()).hasSize(3).doesNotContain("0");
        assertThat(runs.get(1).shape().classNames())
                .isEqualTo(runs.get(0).shape().classNames());
    }

    @Test
    void theSettingsThatDifferCanBeChangedOrThoseOfTheMethod() throws IOException {
        model.compare(List.of(run("one", 0)));
        assertThat(model.editableSettings()).containsExactly("synthesis.rho", "synthesis.iterations");

        model.compare(List.of(run("two", 0.1)));
        assertThat(model.editableSettings()).containsExactly("synthesis.rho");
    }

    private void start(int place) {
        model.again().open(model.contentProperty().get().runs().get(place).run(), model.editableSettings());
        assertThat(model.again().start()).isTrue();
    }

    private Path run(String name, double rho) throws IOException {
        return folders.run(ComparedFolders.experiment(name, rho));
    }

    private List<String> labeled() {
        return model.contentProperty().get().runs().stream()
                .map(content -> content.run().label() + " " + content.run().name())
                .toList();
    }
}
