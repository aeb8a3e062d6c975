package org.dwastudio.ui.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.preset.SynthesisPresets.Preset;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;

/** View model of the experiment that Start would run. Its values are always valid. FX thread only. */
public final class ParametersViewModel {
    private final Map<Parameter<SynthesisConfig>, DoubleProperty> values = new LinkedHashMap<>();
    private final SynthesisChoices choices = new SynthesisChoices();
    private final LongProperty seed = new SimpleLongProperty(this, "seed");
    private final ReadOnlyObjectWrapper<Preset> preset = new ReadOnlyObjectWrapper<>(this, "preset");
    private final ReadOnlyObjectWrapper<Experiment> base = new ReadOnlyObjectWrapper<>(this, "base");
    private final ReadOnlyObjectWrapper<TeacherConfig> teacher = new ReadOnlyObjectWrapper<>(this, "teacher");
    private final ObjectProperty<SqueezeConfig> squeeze = new SimpleObjectProperty<>(this, "squeeze");
    private final ObjectProperty<EvaluationConfig> evaluation = new SimpleObjectProperty<>(this, "evaluation");
    private final ObjectProperty<DatasetConfig> dataset = new SimpleObjectProperty<>(this, "dataset");
    private final ObjectProperty<Optional<Parameter<SynthesisConfig>>> dragged =
            new SimpleObjectProperty<>(this, "dragged", Optional.empty());
    private final RunName name = new RunName(base, dataset);
    private final ObservableList<TuningChange> replayed = FXCollections.observableArrayList();
    private final ObservableMap<String, String> problems = FXCollections.observableMap(new TreeMap<>());
    private final EditHistory history = new EditHistory();
    private final IntegerBinding changedCount;
    private ParameterDraft last;
    private boolean writing;

    /** Creates the view model with an experiment. */
    public ParametersViewModel(Experiment experiment) {
        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            DoubleProperty value = new SimpleDoubleProperty(
                    this, parameter.key(), parameter.range().defaultValue());
            value.subscribe((old, now) -> edited());
            values.put(parameter, value);
        }
        choices.all().forEach(choice -> choice.subscribe((old, now) -> edited()));
        seed.subscribe((old, now) -> edited());
        squeeze.subscribe((old, now) -> edited());
        evaluation.subscribe((old, now) -> edited());
        name.typedProperty().subscribe((old, now) -> edited());
        dragged.subscribe(now -> history.setInGesture(now.isPresent()));
        last = ParameterDraft.of(SynthesisPresets.all().get(0), experiment, "");
        load(experiment);
        changedCount = Bindings.createIntegerBinding(
                () -> NearestPreset.differences(synthesis(), preset.get().synthesis()),
                dependencies().toArray(Observable[]::new));
    }

    public DoubleProperty valueOf(Parameter<SynthesisConfig> parameter) {
        return Objects.requireNonNull(values.get(parameter));
    }

    public SynthesisChoices choices() {
        return choices;
    }

    public LongProperty seedProperty() {
        return seed;
    }

    /** Returns the name of the next run. */
    public RunName name() {
        return name;
    }

    /** Preset that the values are compared with. */
    public ReadOnlyObjectProperty<Preset> presetProperty() {
        return preset.getReadOnlyProperty();
    }

    /** Returns a value that is true while a choice differs from the preset. */
    public BooleanBinding isChanged(Property<?> choice) {
        int place = choices.all().indexOf(choice);
        return Bindings.createBooleanBinding(
                () -> {
                    SynthesisChoices ofPreset = new SynthesisChoices();
                    ofPreset.readFrom(preset.get().synthesis());
                    return !choice.getValue().equals(ofPreset.all().get(place).get());
                },
                choice,
                preset);
    }

    /** Number of settings that differ from the preset. */
    public IntegerBinding changedCountBinding() {
        return changedCount;
    }

    /** Experiment that was opened last, without later changes. */
    public ReadOnlyObjectProperty<Experiment> baseProperty() {
        return base.getReadOnlyProperty();
    }

    /** Teacher that the images would be distilled from. */
    public ReadOnlyObjectProperty<TeacherConfig> teacherProperty() {
        return teacher.getReadOnlyProperty();
    }

    /** Selects another teacher; all other settings stay unchanged. */
    public void useTeacher(TeacherConfig other) {
        teacher.set(other);
    }

    /** Recipe for training a teacher. */
    public ObjectProperty<SqueezeConfig> squeezeProperty() {
        return squeeze;
    }

    /** Recipe for training students on the images. */
    public ObjectProperty<EvaluationConfig> evaluationProperty() {
        return evaluation;
    }

    /** Dataset to distill, with image size and colors; changing it leaves all other settings unchanged. */
    public ObjectProperty<DatasetConfig> datasetProperty() {
        return dataset;
    }

    /** Recorded parameter changes that a run would repeat. */
    public ObservableList<TuningChange> replayedProperty() {
        return replayed;
    }

    /** Parameter whose slider is being dragged; all values of one drag count as one change. */
    public ObjectProperty<Optional<Parameter<SynthesisConfig>>> draggedProperty() {
        return dragged;
    }

    /**
     * Returns the error messages of rejected text input, by setting key. A run cannot start while there is an error
     * message.
     */
    public ObservableMap<String, String> problems() {
        return problems;
    }

    public EditHistory history() {
        return history;
    }

    /** Returns the current values of the panel. */
    public SynthesisConfig synthesis() {
        SynthesisConfig opened = base.get().synthesis();
        SynthesisConfig config = choices.writtenTo(preset.get().synthesis())
                .withColumns(columns -> columns.withStart(opened.columns().start())
                        .withEnd(opened.columns().end()));
        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            config = parameter.replacedIn(
                    config, Objects.requireNonNull(values.get(parameter)).get());
        }
        return config;
    }

    /** Returns the experiment that Start would run. */
    public Experiment experiment() {
        return base.get()
                .withName(name.current())
                .withTeacher(teacher.get())
                .withSqueeze(squeeze.get())
                .withEvaluation(evaluation.get())
                .withDataset(dataset.get())
                .withSynthesis(synthesis())
                .withSeed(seed.get())
                .withTuning(replayed);
    }

    /** Shows another experiment and clears the undo history. */
    public void load(Experiment experiment) {
        teacher.set(experiment.teacher());
        writing = true;
        squeeze.set(experiment.squeeze());
        evaluation.set(experiment.evaluation());
        writing = false;
        dataset.set(experiment.dataset());
        base.set(experiment);
        replayed.setAll(experiment.tuning());
        write(ParameterDraft.of(NearestPreset.of(experiment.synthesis()), experiment, ""));
        history.clear();
    }

    /** Applies the values of a preset; the seed stays unchanged. */
    public void choosePreset(Preset chosen) {
        fill(now().withPreset(chosen));
    }

    /** Fills in the settings of a changed experiment as one change, which undo takes back. */
    public void fillIn(Experiment changed) {
        fill(ParameterDraft.of(preset.get(), changed, name.typedProperty().get()));
    }

    private void fill(ParameterDraft draft) {
        ParameterDraft before = last;
        replayed.clear();
        write(draft);
        if (!last.equals(before)) {
            history.changed(before);
        }
    }

    public void resetToPreset() {
        choosePreset(preset.get());
    }

    /** Shows a value that the run has set by repeating a recorded change; it is not added to the undo history. */
    public void showReplayed(TuningChange change) {
        writing = true;
        Objects.requireNonNull(values.get(change.parameter())).set(change.to());
        writing = false;
        last = now();
    }

    public void undo() {
        history.undo(now()).ifPresent(this::write);
    }

    public void redo() {
        history.redo(now()).ifPresent(this::write);
    }

    /** Returns a snapshot of all settings. */
    public ParameterDraft now() {
        return new ParameterDraft(
                preset.get(),
                synthesis(),
                squeeze.get(),
                evaluation.get(),
                seed.get(),
                name.typedProperty().get());
    }

    private void write(ParameterDraft draft) {
        writing = true;
        preset.set(draft.preset());
        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            Objects.requireNonNull(values.get(parameter)).set(parameter.in(draft.synthesis()));
        }
        choices.readFrom(draft.synthesis());
        squeeze.set(draft.squeeze());
        evaluation.set(draft.evaluation());
        seed.set(draft.seed());
        name.typedProperty().set(draft.name());
        writing = false;
        last = draft;
    }

    private void edited() {
        if (writing) {
            return;
        }
        history.changed(last);
        last = now();
    }

    private List<Observable> dependencies() {
        List<Observable> all = new ArrayList<>(values.values());
        all.addAll(choices.all());
        all.add(preset);
        return all;
    }
}
