package org.dwastudio.ui.comparison.again;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.WrittenSettings;
import org.dwastudio.stage.comparison.ComparedRun;
import org.dwastudio.text.Message;
import org.dwastudio.ui.fx.LatestRequest;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.setting.EditedExperiment;
import org.dwastudio.ui.setting.SettingField;
import org.dwastudio.ui.stage.EstimateViewModel;

/** View model of the repetition of a compared run with other settings. FX thread only. */
public final class RunAgainViewModel {
    /** Key of the name of the run. */
    public static final String NAME = "name";

    /** Key of the seed of the run. */
    public static final String SEED = "seed";

    private final SynthesisStarter window;
    private final LatestRequest<Question, EditedExperiment> check;
    private final EstimateViewModel estimate;
    private final ReadOnlyObjectWrapper<Optional<Experiment>> experiment =
            new ReadOnlyObjectWrapper<>(this, "experiment", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Message>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StartedRun>> started =
            new ReadOnlyObjectWrapper<>(this, "started", Optional.empty());
    private final ReadOnlyObjectWrapper<StartPhase> phase = new ReadOnlyObjectWrapper<>(this, "phase", StartPhase.NONE);
    private Optional<ComparedRun> source = Optional.empty();
    private Optional<StartedRun> starting = Optional.empty();
    private List<SettingField> fields = List.of();

    /** Phases of the start of a run, until it is one of the compared runs. */
    public enum StartPhase {
        NONE,
        STARTING,
        FAILED
    }

    private record Question(Experiment base, Map<String, String> edits) {}

    /** Creates the view model, without a run. */
    public RunAgainViewModel(SynthesisStarter window, Threads threads) {
        this.window = window;
        check = new LatestRequest<>(
                question -> CompletableFuture.supplyAsync(
                        () -> EditedExperiment.of(question.base(), question.edits()), threads.background()),
                threads.fx(),
                checked -> checked.ifPresent(this::take));
        estimate = new EstimateViewModel(() -> experiment.get().map(window.estimate()), threads.fx());
        window.busy().subscribe(busy -> {
            estimate.engineBusyProperty().set(busy);
            if (!busy && starting.isPresent()) {
                starting = Optional.empty();
                phase.set(StartPhase.FAILED);
            }
        });
        window.loaded().subscribe(loaded -> {
            if (loaded && starting.isPresent()) {
                started.set(starting);
                starting = Optional.empty();
                phase.set(StartPhase.NONE);
            }
        });
    }

    /** Returns the experiment with all edits; empty while one is not allowed or not checked yet. */
    public ReadOnlyObjectProperty<Optional<Experiment>> experimentProperty() {
        return experiment.getReadOnlyProperty();
    }

    /** Returns the reason why the experiment is not allowed, if it concerns none of the edited settings alone. */
    public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Returns the newest run that was started here and has read its inputs. */
    public ReadOnlyObjectProperty<Optional<StartedRun>> startedProperty() {
        return started.getReadOnlyProperty();
    }

    /** Returns the phase of the newest start. */
    public ReadOnlyObjectProperty<StartPhase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** Returns true while any stage is active, so that no run can start. */
    public ObservableValue<Boolean> busyProperty() {
        return window.busy();
    }

    /** Returns the estimate of the experiment. */
    public EstimateViewModel estimate() {
        return estimate;
    }

    /**
     * Begins with the settings of a run.
     *
     * @param keys keys of the settings to be edited
     * @return a field for each of them, before them one for the name and after them one for the seed
     */
    public List<SettingField> open(ComparedRun run, List<String> keys) {
        source = Optional.of(run);
        Map<String, String> written = written(run.experiment());
        List<SettingField> all =
                new ArrayList<>(List.of(new SettingField(NAME, run.experiment().name())));
        keys.stream()
                .filter(key -> !key.equals(SEED))
                .forEach(key -> all.add(new SettingField(key, written.getOrDefault(key, ""))));
        all.add(new SettingField(SEED, Long.toString(run.experiment().seed())));
        fields = List.copyOf(all);
        fields.forEach(field -> field.textProperty().subscribe((old, now) -> edited()));
        phase.set(starting.isPresent() ? StartPhase.STARTING : StartPhase.NONE);
        edited();
        estimate.shownProperty().set(true);
        return fields;
    }

    /** Ends the edit; nothing more is checked or estimated. */
    public void close() {
        estimate.shownProperty().set(false);
        check.forget();
        fields = List.of();
    }

    /**
     * Starts the run in the window.
     *
     * @return false if a setting is not allowed, or a stage is active: then a notice was added
     */
    public boolean start() {
        Optional<Path> folder = experiment.get().flatMap(window.start());
        if (folder.isEmpty() || source.isEmpty()) {
            return false;
        }
        // The engine may have read everything already.
        StartedRun run = new StartedRun(folder.get(), source.get().directory().folder());
        if (window.loaded().getValue()) {
            started.set(Optional.of(run));
        } else {
            starting = Optional.of(run);
            phase.set(StartPhase.STARTING);
        }
        return true;
    }

    /**
     * Queues the run behind the active stage; it starts at once if there is none and the queue is not paused.
     *
     * @return false if a setting is not allowed
     */
    public boolean queue() {
        experiment.get().ifPresent(window.queue());
        return experiment.get().isPresent();
    }

    /**
     * Shows the experiment in the window without starting it.
     *
     * @return false if a setting is not allowed, or a stage is active: then a notice was added
     */
    public boolean use() {
        boolean idle = !window.busy().getValue();
        experiment.get().ifPresent(window.use());
        return idle && experiment.get().isPresent();
    }

    private void edited() {
        experiment.set(Optional.empty());
        Map<String, String> edits = new LinkedHashMap<>();
        fields.stream()
                .filter(SettingField::isEdited)
                .forEach(field ->
                        edits.put(field.key(), field.textProperty().get().strip()));
        source.ifPresent(run -> check.ask(new Question(run.experiment(), edits)));
    }

    private void take(EditedExperiment checked) {
        fields.forEach(
                field -> field.setProblem(Optional.ofNullable(checked.problems().get(field.key()))));
        problem.set(Optional.ofNullable(checked.problems().get("")));
        experiment.set(checked.experiment());
        estimate.outdate();
    }

    private static Map<String, String> written(Experiment experiment) {
        try {
            return WrittenSettings.of(experiment).values();
        } catch (IOException e) {
            throw new IllegalStateException("an experiment that was read cannot be written", e);
        }
    }
}
