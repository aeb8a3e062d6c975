package org.dwastudio.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.file.Directories;
import org.dwastudio.run.history.RunNotes;
import org.dwastudio.run.history.RunState;
import org.dwastudio.run.history.RunStore;
import org.dwastudio.run.history.RunSummary;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryStatesTest {
    @TempDir
    private Path runs;

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Set<Path> active = new HashSet<>();
    private final List<Path> opened = new ArrayList<>();
    private final List<Path> resumed = new ArrayList<>();
    private final List<Experiment> repeated = new ArrayList<>();
    private final List<Path> deleted = new ArrayList<>();
    private final Notices notices = new Notices();
    private boolean fileManagerFails;

    private RunHistoryViewModel history() {
        return new RunHistoryViewModel(
                new RunStore(runs, this::delete),
                new RunHistoryViewModel.Dependencies(
                        () -> active,
                        opened::add,
                        resumed::add,
                        repeated::add,
                        path -> {
                            if (fileManagerFails) {
                                throw new IOException("no file manager");
                            }
                            opened.add(path);
                        },
                        notices,
                        Runnable::run,
                        background::add));
    }

    @Test
    void runsAreListedNewestFirstWhenTheyAreRead() throws IOException {
        Path first = run("20260101-a", "finished");
        Path second = run("20260102-b", "stopped by the user");
        Files.setLastModifiedTime(first, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        Files.setLastModifiedTime(second, FileTime.from(Instant.parse("2026-01-02T00:00:00Z")));
        RunHistoryViewModel history = history();

        history.show();
        assertThat(history.readingProperty().get()).isTrue();
        assertThat(history.runs()).isEmpty();

        work();
        assertThat(history.readingProperty().get()).isFalse();
        assertThat(history.runs()).extracting(RunSummary::folder).containsExactly(second, first);
        assertThat(history.runs()).extracting(RunSummary::state).containsExactly(RunState.STOPPED, RunState.FINISHED);
        assertThat(history.shownProperty().get()).isTrue();
    }

    @Test
    void manyRunsAppearAFewAtATime() throws IOException {
        for (int i = 10; i < 20; i++) {
            run("202601" + i, "finished");
        }
        RunHistoryViewModel history = history();
        history.refresh();

        background.remove().run();
        background.remove().run();
        assertThat(history.runs()).hasSize(8);
        assertThat(history.readingProperty().get()).isTrue();

        work();
        assertThat(history.runs()).hasSize(10);
    }

    @Test
    void anOlderListIsIgnored() throws IOException {
        Path run = run("a", "finished");
        RunHistoryViewModel history = history();
        history.refresh();
        Runnable older = background.remove();
        older.run();
        Runnable olderRead = background.remove();
        history.refresh();
        Directories.delete(run);

        work();
        olderRead.run();

        assertThat(history.runs()).isEmpty();
        assertThat(history.readingProperty().get()).isFalse();
    }

    @Test
    void aClosedHistoryIsNotReadAgain() throws IOException {
        run("a", "finished");
        RunHistoryViewModel history = history();

        history.refreshIfShown();
        assertThat(background).isEmpty();

        history.shownProperty().set(true);
        history.refreshIfShown();
        assertThat(background).hasSize(1);
    }

    @Test
    void anotherReadingUpdatesChangedRunsAndDropsMissingOnes() throws IOException {
        Path changed = run("b", "stopped by the user");
        Path gone = run("a", "finished");
        RunHistoryViewModel history = read();
        Files.writeString(changed.resolve("run.log"), "2026-01-02T03:04:06Z  synthesis finished\n");
        Directories.delete(gone);

        history.refresh();
        work();

        assertThat(history.runs()).extracting(RunSummary::folder).containsExactly(changed);
        assertThat(history.runIn(changed).orElseThrow().state()).isEqualTo(RunState.FINISHED);
        assertThat(history.runIn(gone)).isEmpty();
    }

    @Test
    void theFilterSelectsByTextAndState() throws IOException {
        run("cats", "finished");
        run("dogs", "stopped by the user");
        RunHistoryViewModel history = read();

        history.filterProperty().set(new RunFilter("CATS", Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(history.shownRuns()).extracting(RunSummary::folder).containsExactly(runs.resolve("cats"));

        history.filterProperty()
                .set(new RunFilter("", Optional.empty(), Optional.of(RunState.STOPPED), Optional.empty()));
        assertThat(history.shownRuns()).extracting(RunSummary::folder).containsExactly(runs.resolve("dogs"));

        assertThat(history.datasets()).containsExactly("bundled:fashion-mnist");
        assertThat(history.runs()).hasSize(2);
    }

    @Test
    void openingAndRepeatingCloseTheHistory() throws IOException {
        run("a", "finished");
        RunHistoryViewModel history = read();

        history.shownProperty().set(true);
        history.open(history.runs().get(0));
        assertThat(opened).containsExactly(runs.resolve("a"));
        assertThat(resumed).isEmpty();
        assertThat(history.shownProperty().get()).isFalse();

        history.shownProperty().set(true);
        history.repeat(history.runs().get(0));
        assertThat(repeated).containsExactly(SynthesisPresets.demonstration());
        assertThat(history.shownProperty().get()).isFalse();
    }

    @Test
    void aDamagedRunCannotBeRepeated() throws IOException {
        Path run = run("a", "finished");
        Files.writeString(run.resolve("experiment.yaml"), "synthesis: [");
        RunHistoryViewModel history = read();
        history.shownProperty().set(true);

        history.repeat(history.runs().get(0));

        assertThat(history.runs().get(0).state()).isEqualTo(RunState.DAMAGED);
        assertThat(repeated).isEmpty();
        assertThat(history.shownProperty().get()).isTrue();
    }

    @Test
    void notesAreWrittenOnlyIfTheyChange() throws IOException {
        Path run = run("a", "finished");
        RunHistoryViewModel history = read();

        history.annotate(history.runs().get(0), RunNotes.NONE);
        assertThat(background).isEmpty();

        RunNotes notes = RunNotes.typed("", "good, small", "for the talk");
        history.annotate(history.runs().get(0), notes);
        work();

        assertThat(history.runs().get(0).notes()).isEqualTo(notes);
        assertThat(run.resolve("notes.json")).content().contains("for the talk");
    }

    @Test
    void aDeletedRunLeavesTheListWhenItIsInTheTrash() throws IOException {
        Path run = run("a", "finished");
        RunHistoryViewModel history = read();

        history.delete(history.runs().get(0));
        assertThat(history.runs()).hasSize(1);
        work();

        assertThat(deleted).containsExactly(run);
        assertThat(history.runs()).isEmpty();
        assertThat(notices.shown()).extracting(Notice::key).containsExactly("history.notice.deleted");
    }

    @Test
    void aRunOfThisProgramThatHasNotEndedIsNotDeleted() throws IOException {
        Path run = run("a", "started: 10 classes, 40 steps");
        active.add(run);
        RunHistoryViewModel history = read();
        assertThat(history.runs().get(0).state()).isEqualTo(RunState.RUNNING);

        history.delete(history.runs().get(0));
        work();

        assertThat(deleted).isEmpty();
        assertThat(history.runs()).hasSize(1);
        assertThat(notices.shown()).extracting(Notice::key).containsExactly("history.notice.delete");
    }

    @Test
    void withoutAFileManagerThePathIsShown() throws IOException {
        Path run = run("a", "finished");
        RunHistoryViewModel history = read();
        fileManagerFails = true;

        history.reveal(history.runs().get(0));
        work();

        assertThat(notices.shown()).extracting(Notice::key).containsExactly("history.notice.reveal");
        assertThat(notices.shown().get(0).arguments()).containsExactly(run.toString());
    }

    private RunHistoryViewModel read() {
        RunHistoryViewModel history = history();
        history.refresh();
        work();
        return history;
    }

    /** Runs all background work, also that which follows from it. */
    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private void delete(Path folder) throws IOException {
        deleted.add(folder);
        Directories.delete(folder);
    }

    private Path run(String name, String end) throws IOException {
        Path folder = Files.createDirectories(runs.resolve(name));
        ExperimentWriter.write(SynthesisPresets.demonstration(), folder.resolve("experiment.yaml"));
        Files.writeString(folder.resolve("run.log"), "2026-01-02T03:04:06Z  synthesis " + end + "\n");
        return folder;
    }
}
