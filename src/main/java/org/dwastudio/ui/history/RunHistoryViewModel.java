package org.dwastudio.ui.history;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.dwastudio.config.Experiment;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.run.history.RunNotes;
import org.dwastudio.run.history.RunState;
import org.dwastudio.run.history.RunStore;
import org.dwastudio.run.history.RunSummary;
import org.dwastudio.ui.desktop.FileReveal;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.preview.RunImagesReader;

/**
 * View model of the run history: lists, filters, annotates, opens, repeats and deletes runs. Runs are read in the
 * background, a few at a time so that other file work is not blocked. FX thread only.
 */
public final class RunHistoryViewModel {
    private static final int AT_A_TIME = 8;

    private final RunStore store;
    private final Dependencies dependencies;
    private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
    private final ObservableList<RunSummary> unmodifiable = FXCollections.unmodifiableObservableList(runs);
    private final FilteredList<RunSummary> shownRuns = new FilteredList<>(runs);
    private final ObjectProperty<RunFilter> filter = new SimpleObjectProperty<>(this, "filter", RunFilter.ALL);
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(this, "reading");
    private TableState tableState = TableState.USUAL;
    private int readings;

    /**
     * Services and actions that the history uses.
     *
     * @param running run folders that this program is writing to
     * @param open shows a run folder in the window
     * @param resume resumes the run of a folder
     * @param repeat shows an experiment in the window, ready to be started
     * @param fx executor of the FX thread
     * @param background executor for reading and writing files
     */
    public record Dependencies(
            Supplier<Set<Path>> running,
            Consumer<Path> open,
            Consumer<Path> resume,
            Consumer<Experiment> repeat,
            FileReveal reveal,
            Notices notices,
            Executor fx,
            Executor background) {}

    public RunHistoryViewModel(RunStore store, Dependencies dependencies) {
        this.store = store;
        this.dependencies = dependencies;
        filter.subscribe(shownRuns::setPredicate);
    }

    /** True if the history is open. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** True while runs are being read. */
    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Returns all runs, the newest first. */
    public ObservableList<RunSummary> runs() {
        return unmodifiable;
    }

    /** Returns the runs that pass the filter. */
    public FilteredList<RunSummary> shownRuns() {
        return shownRuns;
    }

    ObjectProperty<RunFilter> filterProperty() {
        return filter;
    }

    /** Returns the folder that is searched for runs. */
    Path folder() {
        return store.runs();
    }

    /** Returns the reader of images. */
    RunImagesReader imagesReader() {
        return new RunImagesReader(dependencies.background(), dependencies.fx());
    }

    /** Opens the history and reads it again. */
    public void show() {
        refresh();
        shown.set(true);
    }

    /** Reads the history again if it is open. */
    public void refreshIfShown() {
        if (shown.get()) {
            refresh();
        }
    }

    /** Reads all run folders; a listed run stays until its new version is read or its folder is gone. */
    public void refresh() {
        int number = ++readings;
        reading.set(true);
        inBackground(store::folders, folders -> {
            if (number == readings) {
                runs.removeIf(run -> !folders.contains(run.folder()));
                readOn(number, folders, 0);
            }
        });
    }

    private void readOn(int number, List<Path> folders, int from) {
        if (from >= folders.size()) {
            reading.set(false);
            return;
        }
        int to = Math.min(folders.size(), from + AT_A_TIME);
        List<Path> some = folders.subList(from, to);
        Set<Path> own = dependencies.running().get();
        inBackground(
                () -> some.stream()
                        .map(folder -> store.read(folder, own.contains(folder)))
                        .toList(),
                read -> {
                    if (number == readings) {
                        take(read);
                        readOn(number, folders, to);
                    }
                });
    }

    private void take(List<RunSummary> read) {
        Map<Path, RunSummary> known = new HashMap<>();
        runs.forEach(run -> known.put(run.folder(), run));
        for (RunSummary run : read) {
            RunSummary before = known.get(run.folder());
            if (before == null) {
                insert(run);
            } else if (!before.equals(run)) {
                runs.set(runs.indexOf(before), run);
            }
        }
    }

    /** Runs are listed from the newest to the oldest, whenever they are read. */
    private void insert(RunSummary run) {
        Comparator<RunSummary> newestFirst = Comparator.comparing(RunSummary::started)
                .thenComparing(RunSummary::folder)
                .reversed();
        int index = 0;
        while (index < runs.size() && newestFirst.compare(runs.get(index), run) <= 0) {
            index++;
        }
        runs.add(index, run);
    }

    TableState tableState() {
        return tableState;
    }

    void keepTableState(TableState now) {
        tableState = now;
    }

    /** Returns true if a run was interrupted or stopped and can be resumed. */
    boolean isResumable(RunSummary run) {
        return run.state() == RunState.INTERRUPTED || run.state() == RunState.STOPPED;
    }

    /** Resumes an interrupted or stopped run. */
    public void resume(RunSummary run) {
        shown.set(false);
        dependencies.resume().accept(run.folder());
    }

    /** Writes runs to a CSV file. */
    void writeCsv(List<RunSummary> listed, Path file) {
        String text = RunListing.csv(listed);
        inBackground(
                () -> {
                    AtomicFile.write(file, text);
                    return file;
                },
                written -> dependencies.notices().add(Notice.done("notice.saved", written.toString())),
                "history.notice.csv");
    }

    /** Shows a run in the window, with its images and curves. */
    public void open(RunSummary run) {
        shown.set(false);
        dependencies.open().accept(run.folder());
    }

    /** Shows the experiment of a run in the window, ready to be started in a new folder. */
    public void repeat(RunSummary run) {
        run.experiment().ifPresent(experiment -> {
            shown.set(false);
            dependencies.repeat().accept(experiment);
        });
    }

    /** Saves the user's notes about a run. */
    public void annotate(RunSummary run, RunNotes notes) {
        if (!notes.equals(run.notes())) {
            inBackground(() -> store.keep(run, notes), kept -> take(List.of(kept)), "history.notice.notes");
        }
    }

    /** Moves a run folder into the trash; reports a run that is still running. */
    public void delete(RunSummary run) {
        boolean own = dependencies.running().get().contains(run.folder());
        inBackground(
                () -> {
                    store.delete(run.folder(), own);
                    return run;
                },
                gone -> {
                    runs.removeIf(one -> one.folder().equals(gone.folder()));
                    dependencies
                            .notices()
                            .add(Notice.done(
                                    "history.notice.deleted", gone.folder().toString()));
                },
                "history.notice.delete");
    }

    /** Shows a run folder in the file manager; if that fails, shows its path in a notice. */
    public void reveal(RunSummary run) {
        Callable<RunSummary> work = () -> {
            dependencies.reveal().reveal(run.folder().resolve("experiment.yaml"));
            return run;
        };
        BackgroundTask.of(work)
                .onFailure(failure -> dependencies
                        .notices()
                        .add(Notice.failed(
                                "history.notice.reveal", "", run.folder().toString())))
                .start(dependencies.background(), dependencies.fx());
    }

    private <T> void inBackground(Callable<T> work, Consumer<T> then) {
        inBackground(work, then, "history.notice.list");
    }

    private <T> void inBackground(Callable<T> work, Consumer<T> then, String failureKey) {
        BackgroundTask.of(work)
                .onSuccess(then)
                .onFailure(failure -> {
                    reading.set(false);
                    dependencies.notices().addFailure(failureKey, failure);
                })
                .start(dependencies.background(), dependencies.fx());
    }

    /** Returns the distinct dataset sources of all runs, sorted. */
    List<String> datasets() {
        return runs.stream()
                .map(RunFilter::datasetOf)
                .filter(source -> !source.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the listed run of a folder. */
    Optional<RunSummary> runIn(Path wanted) {
        return runs.stream().filter(run -> run.folder().equals(wanted)).findFirst();
    }
}
