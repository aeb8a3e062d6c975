package org.dwastudio.ui.queue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.WrittenSettings;
import org.dwastudio.queue.QueuedStage;
import org.dwastudio.text.Message;
import org.dwastudio.ui.fx.LatestRequest;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.setting.EditedExperiment;
import org.dwastudio.ui.setting.SettingField;

/** View model of the settings of a queued stage, edited as text. FX thread only. */
public final class QueueEditViewModel {
    private static final String NAME = "name";
    private static final String SEED = "seed";

    private final LatestRequest<Question, EditedExperiment> check;
    private final ReadOnlyObjectWrapper<Optional<Edit>> edit =
            new ReadOnlyObjectWrapper<>(this, "edit", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Experiment>> experiment =
            new ReadOnlyObjectWrapper<>(this, "experiment", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Message>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());

    /** True while the newest edits are being checked. */
    private boolean checking;

    /** True if the stage is to be passed on once they are checked. */
    private boolean accepted;

    /**
     * Stage whose settings are edited.
     *
     * @param fields name, settings of the stage and seed
     * @param isNew true if the stage is not in the queue yet
     * @param done takes the changed stage
     */
    public record Edit(QueuedStage stage, List<SettingField> fields, boolean isNew, Consumer<QueuedStage> done) {
        public Edit {
            fields = List.copyOf(fields);
        }
    }

    private record Question(Experiment base, Map<String, String> edits) {}

    QueueEditViewModel(Threads threads) {
        check = new LatestRequest<>(
                question -> CompletableFuture.supplyAsync(
                        () -> EditedExperiment.of(question.base(), question.edits()), threads.background()),
                threads.fx(),
                checked -> checked.ifPresent(this::take));
    }

    /** Returns the stage that is edited. */
    public ReadOnlyObjectProperty<Optional<Edit>> editProperty() {
        return edit.getReadOnlyProperty();
    }

    /** Returns the experiment with all edits; empty while one is not allowed or not checked yet. */
    public ReadOnlyObjectProperty<Optional<Experiment>> experimentProperty() {
        return experiment.getReadOnlyProperty();
    }

    /** Returns the reason why the experiment is not allowed, if it concerns no field alone. */
    public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /**
     * Begins with the settings of a stage.
     *
     * @param block block of the settings that are edited next to name and seed, for example {@code synthesis}
     * @param first keys of the settings that come first
     * @param isNew true if the stage is not in the queue yet
     * @param done takes the changed stage
     */
    public void open(QueuedStage stage, String block, List<String> first, boolean isNew, Consumer<QueuedStage> done) {
        Map<String, String> written = written(stage.experiment());
        List<SettingField> fields = new ArrayList<>(
                List.of(new SettingField(NAME, stage.experiment().name())));
        List<String> keys = new ArrayList<>(first);
        written.keySet().stream()
                .filter(key -> key.startsWith(block + ".") && !keys.contains(key))
                .forEach(keys::add);
        keys.stream()
                .filter(key -> !key.equals(SEED))
                .forEach(key -> fields.add(new SettingField(key, written.getOrDefault(key, ""))));
        fields.add(1, new SettingField(SEED, Long.toString(stage.experiment().seed())));
        fields.forEach(field -> field.textProperty().subscribe((old, now) -> edited()));
        edit.set(Optional.of(new Edit(stage, fields, isNew, done)));
        edited();
    }

    /** Ends the edit without a change. */
    public void close() {
        check.forget();
        edit.set(Optional.empty());
    }

    /**
     * Passes the changed stage on and ends the edit, as soon as the settings are checked; does nothing if one is not
     * allowed.
     */
    public void accept() {
        accepted = experiment.get().isEmpty() && checking;
        Optional<Experiment> changed = experiment.get();
        if (edit.get().isPresent() && changed.isPresent()) {
            Edit ended = edit.get().get();
            close();
            ended.done().accept(ended.stage().withExperiment(changed.get()));
        }
    }

    private void edited() {
        accepted = false;
        checking = true;
        experiment.set(Optional.empty());
        edit.get().ifPresent(now -> {
            Map<String, String> edits = new LinkedHashMap<>();
            now.fields().stream()
                    .filter(SettingField::isEdited)
                    .forEach(field ->
                            edits.put(field.key(), field.textProperty().get().strip()));
            check.ask(new Question(now.stage().experiment(), edits));
        });
    }

    private void take(EditedExperiment checked) {
        edit.get().ifPresent(now -> now.fields()
                .forEach(field ->
                        field.setProblem(Optional.ofNullable(checked.problems().get(field.key())))));
        problem.set(Optional.ofNullable(checked.problems().get("")));
        checking = false;
        experiment.set(checked.experiment());
        if (accepted) {
            accept();
        }
    }

    private static Map<String, String> written(Experiment experiment) {
        try {
            return WrittenSettings.of(experiment).values();
        } catch (IOException e) {
            throw new IllegalStateException("an experiment that was read cannot be written", e);
        }
    }
}
