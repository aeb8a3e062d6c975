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
import org.dwastudio.stage.comparison.ComparedFolders;
import org.dwastudio.ui.comparison.again.RunAgainViewModel;
import org.dwastudio.ui.comparison.again.SynthesisStarter;
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
                        experiment -> new CompletableFuture<>(),
                        busy,
                        loaded),
                threads);
        model = new ComparisonViewModel(Optional::empty, again, threads, new Notices());
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
