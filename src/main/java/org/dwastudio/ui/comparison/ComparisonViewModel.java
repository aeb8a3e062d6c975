package org.dwastudio.ui.comparison;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.report.comparison.ComparisonReport;
import org.dwastudio.stage.comparison.Comparison;
import org.dwastudio.stage.comparison.DifferingSetting;
import org.dwastudio.ui.comparison.again.RunAgainViewModel;
import org.dwastudio.ui.comparison.again.StartedRun;
import org.dwastudio.ui.comparison.newest.NewestRuns;
import org.dwastudio.ui.fx.BackgroundCall;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.fx.LatestRequest;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;

/** View model of the comparison of up to four runs, which are read in the background. FX thread only. */
public final class ComparisonViewModel {
    /** Largest number of runs. */
    public static final int MOST_RUNS = 4;

    private static final List<String> METHOD = Stream.of(Adjustment.RHO, SynthesisConfig.ITERATIONS)
            .map(parameter -> "synthesis." + parameter.key())
            .toList();

    private final Threads threads;
    private final Notices notices;
    private final Supplier<Optional<Path>> current;
    private final LatestRequest<List<Path>, ComparisonContent> request;
    private final ComparisonLineViewModel line;
    private final NewestRuns newest;
    private final RunAgainViewModel again;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(this, "reading");
    private final ObservableList<Path> folders = FXCollections.observableArrayList();
    private final ObservableList<Path> unmodifiable = FXCollections.unmodifiableObservableList(folders);
    private final ReadOnlyObjectWrapper<ComparisonContent> content =
            new ReadOnlyObjectWrapper<>(this, "content", ComparisonContent.NONE);

    /**
     * Creates an empty comparison.
     *
     * @param current folder of the run that the window shows; empty if there is none
     * @param newest runs that an empty comparison offers
     * @param again repetition of a compared run
     */
    public ComparisonViewModel(
            Supplier<Optional<Path>> current,
            NewestRuns newest,
            RunAgainViewModel again,
            Threads threads,
            Notices notices) {
        this.newest = newest;
        this.current = current;
        this.again = again;
        this.threads = threads;
        this.notices = notices;
        line = new ComparisonLineViewModel(threads, notices);
        request = new LatestRequest<>(this::load, threads.fx(), this::take);
        shown.subscribe((was, now) -> {
            if (!now) {
                line.rest();
            }
        });
        again.startedProperty().subscribe(run -> run.ifPresent(this::take));
        again.busyProperty().subscribe(busy -> {
            boolean compared = again.startedProperty()
                    .get()
                    .map(StartedRun::folder)
                    .filter(folders::contains)
                    .isPresent();
            if (!busy && compared && shown.get()) {
                refresh();
            }
        });
    }

    /** Returns whether the comparison is open. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Returns whether runs are being read. */
    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Returns the folders of the compared runs; the first one is A. */
    public ObservableList<Path> folders() {
        return unmodifiable;
    }

    /** Returns what was read of the runs. */
    ReadOnlyObjectProperty<ComparisonContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    ComparisonLineViewModel line() {
        return line;
    }

    /** Returns the repetition of a compared run. */
    RunAgainViewModel again() {
        return again;
    }

    /** Opens the comparison and reads its runs again. */
    public void show() {
        shown.set(true);
        refresh();
    }

    /** Returns the runs that an empty comparison offers. */
    NewestRuns newest() {
        return newest;
    }

    /** Opens the comparison with runs: one run is added, several replace the compared ones. */
    public void compare(List<Path> runs) {
        if (runs.size() > 1) {
            folders.setAll(runs.stream().distinct().limit(MOST_RUNS).toList());
        } else if (!isFull()) {
            runs.stream().filter(run -> !folders.contains(run)).forEach(folders::add);
        }
        show();
    }

    /** Adds a run at the end, unless there are four or it is there already. */
    void add(Path folder) {
        if (!isFull() && !folders.contains(folder)) {
            folders.add(folder);
            refresh();
        }
    }

    /** Adds the run that the window shows; reports that there is none. */
    void addCurrent() {
        current.get().ifPresentOrElse(this::add, () -> notices.add(Notice.failed("comparison.notice.current", "")));
    }

    /** Removes a run. */
    void remove(Path folder) {
        if (folders.remove(folder)) {
            refresh();
        }
    }

    /** Moves a run to the front, which makes it A. */
    void moveToFront(Path folder) {
        if (folders.remove(folder)) {
            folders.add(0, folder);
            refresh();
        }
    }

    /** Returns the keys of the settings that a repetition can change: those that differ, or else the method's own. */
    List<String> editableSettings() {
        List<String> differing = content.get().comparison().map(Comparison::settings).orElse(List.of()).stream()
                .map(DifferingSetting::key)
                .toList();
        return differing.isEmpty() ? METHOD : differing;
    }

    /** Shows a run that was started here in the next free column, or instead of the one that it repeats. */
    private void take(StartedRun run) {
        Optional<Path> repeated = content.get().columns().stream()
                .filter(column -> column.content()
                        .filter(known -> known.run().directory().folder().equals(run.source()))
                        .isPresent())
                .map(RunColumn::folder)
                .filter(folders::contains)
                .findFirst();
        if (isFull()) {
            repeated.ifPresent(folder -> folders.set(folders.indexOf(folder), run.folder()));
        } else if (!folders.isEmpty()) {
            folders.add(run.folder());
        }
        refresh();
    }

    boolean isFull() {
        return folders.size() >= MOST_RUNS;
    }

    /** Reads all runs again. */
    void refresh() {
        reading.set(true);
        request.ask(List.copyOf(folders));
        if (folders.isEmpty()) {
            newest.refresh();
        }
    }

    /** Writes the comparison as one HTML page. */
    void writePage(Path file, Locale language) {
        content.get().comparison().ifPresent(comparison -> BackgroundTask.of(() -> {
                    ComparisonReport.write(comparison, language, file);
                    return file;
                })
                .onSuccess(written -> notices.add(Notice.done("notice.saved", written.toString())))
                .onFailure(failure -> notices.addFailure("comparison.notice.page", failure))
                .start(threads));
    }

    private CompletionStage<ComparisonContent> load(List<Path> wanted) {
        return BackgroundCall.start(
                () -> {
                    try {
                        return ContentReader.read(wanted);
                    } catch (Exception e) {
                        threads.fx().execute(() -> notices.addFailure("comparison.notice.read", e));
                        throw e;
                    }
                },
                threads.background());
    }

    private void take(Optional<ComparisonContent> read) {
        reading.set(false);
        ComparisonContent now = read.orElse(ComparisonContent.NONE);
        content.set(now);
        line.follow(now.runs());
    }
}
