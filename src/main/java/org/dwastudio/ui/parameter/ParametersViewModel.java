package org.dwastudio.ui.parameter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
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
import org.dwastudio.config.Source;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.preset.SynthesisPresets.Preset;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;

/** The experiment that Start would run, as the panel shows it. Its values are always valid. FX thread only. */
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
    private final ObservableList<TuningChange> replayed = FXCollections.observableArrayList();
    private final ObservableMap<String, String> problems = FXCollections.observableMap(new TreeMap<>());
    private final EditHistory history = new EditHistory();
    private final IntegerBinding changedCount;
    private ParameterDraft last;
    private boolean writing;
    private boolean dragRecorded;

    /** Begins with an experiment. */
    public ParametersViewModel(Experiment experiment) {
        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            DoubleProperty value = new SimpleDoubleProperty(
                    this, parameter.key(), parameter.range().defaultValue());
            value.subscribe((old, now) -> edited());
            values.put(parameter, value);
        }
        choices.all().forEach(choice -> choice.subscribe((old, now) -> edited()));
        seed.subscribe((old, now) -> edited());
        dragged.subscribe(now -> dragRecorded = false);
        last = new ParameterDraft(SynthesisPresets.all().get(0), experiment.synthesis(), experiment.seed());
        load(experiment);
        changedCount = Bindings.createIntegerBinding(
                () -> differences(synthesis(), preset.get().synthesis()),
                dependencies().toArray(Observable[]::new));
    }

    public DoubleProperty valueOf(Parameter<SynthesisConfig> parameter) {
        return values.get(parameter);
    }

    public SynthesisChoices choices() {
        return choices;
    }

    public LongProperty seedProperty() {
        return seed;
    }

    /** What the values are compared with. */
    public ReadOnlyObjectProperty<Preset> presetProperty() {
        return preset.getReadOnlyProperty();
    }

    /** How many settings differ from the preset. */
    public IntegerBinding changedCountBinding() {
        return changedCount;
    }

    /** The experiment that was opened last, without what was changed since. */
    public ReadOnlyObjectProperty<Experiment> baseProperty() {
        return base.getReadOnlyProperty();
    }

    /** Whose knowledge the pictures would be made from. */
    public ReadOnlyObjectProperty<TeacherConfig> teacherProperty() {
        return teacher.getReadOnlyProperty();
    }

    /** Takes another teacher; everything else stays as it is. */
    public void useTeacher(TeacherConfig other) {
        teacher.set(other);
    }

    /** How a teacher would be trained. */
    public ObjectProperty<SqueezeConfig> squeezeProperty() {
        return squeeze;
    }

    /** How students would be trained on the pictures. */
    public ObjectProperty<EvaluationConfig> evaluationProperty() {
        return evaluation;
    }

    /** Which images would be distilled, and how they are looked at; changing it leaves everything else as it is. */
    public ObjectProperty<DatasetConfig> datasetProperty() {
        return dataset;
    }

    /** Recorded changes that a run would repeat. */
    public ObservableList<TuningChange> replayedProperty() {
        return replayed;
    }

    /** The slider that is being dragged: many values, but one change. */
    public ObjectProperty<Optional<Parameter<SynthesisConfig>>> draggedProperty() {
        return dragged;
    }

    /**
     * What is wrong with texts that were typed but not taken: the key of a setting and the words. A run can't start
     * while there is one.
     */
    public ObservableMap<String, String> problems() {
        return problems;
    }

    public EditHistory history() {
        return history;
    }

    /** What the panel says now, as values. */
    public SynthesisConfig synthesis() {
        SynthesisConfig opened = base.get().synthesis();
        SynthesisConfig config = choices.writtenTo(preset.get().synthesis())
                .withColumns(columns -> columns.withStart(opened.columns().start())
                        .withEnd(opened.columns().end()));
        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            config = parameter.replacedIn(config, values.get(parameter).get());
        }
        return config;
    }

    /** The experiment that Start would run. */
    public Experiment experiment() {
        return base.get()
                .withName(name())
                .withTeacher(teacher.get())
                .withSqueeze(squeeze.get())
                .withEvaluation(evaluation.get())
                .withDataset(dataset.get())
                .withSynthesis(synthesis())
                .withSeed(seed.get())
                .withTuning(replayed);
    }

    /** A dataset that was chosen since the experiment was opened gives it its name. */
    private String name() {
        String source = dataset.get().source();
        boolean chosen = !source.equals(base.get().dataset().source()) && !Source.isBundled(source);
        return chosen ? Path.of(source).getFileName().toString() : base.get().name();
    }

    /** Shows another experiment; there is nothing to undo then. */
    public void load(Experiment experiment) {
        teacher.set(experiment.teacher());
        squeeze.set(experiment.squeeze());
        evaluation.set(experiment.evaluation());
        dataset.set(experiment.dataset());
        base.set(experiment);
        replayed.setAll(experiment.tuning());
        write(new ParameterDraft(nearestPreset(experiment.synthesis()), experiment.synthesis(), experiment.seed()));
        history.clear();
    }

    /** Takes a preset's values; the seed stays. */
    public void choosePreset(Preset chosen) {
        ParameterDraft before = last;
        replayed.clear();
        write(new ParameterDraft(chosen, chosen.synthesis(), seed.get()));
        if (!last.equals(before)) {
            history.changed(before);
        }
    }

    public void resetToPreset() {
        choosePreset(preset.get());
    }

    /** Shows a value that the run itself has set: a repeated change is nothing to undo. */
    public void showReplayed(TuningChange change) {
        writing = true;
        values.get(change.parameter()).set(change.to());
        writing = false;
        last = now();
    }

    public void undo() {
        history.undo(now()).ifPresent(this::write);
    }

    public void redo() {
        history.redo(now()).ifPresent(this::write);
    }

    /** How many numbers and choices differ. */
    static int differences(SynthesisConfig a, SynthesisConfig b) {
        long numbers = SynthesisSettings.parameters().stream()
                .filter(parameter -> parameter.in(a) != parameter.in(b))
                .count();
        return (int) numbers + SynthesisChoices.differences(a, b);
    }

    private static Preset nearestPreset(SynthesisConfig config) {
        return SynthesisPresets.all().stream()
                .min(Comparator.comparingInt(one -> differences(config, one.synthesis())))
                .orElseThrow();
    }

    private ParameterDraft now() {
        return new ParameterDraft(preset.get(), synthesis(), seed.get());
    }

    private void write(ParameterDraft draft) {
        writing = true;
        preset.set(draft.preset());
        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            values.get(parameter).set(parameter.in(draft.synthesis()));
        }
        choices.readFrom(draft.synthesis());
        seed.set(draft.seed());
        writing = false;
        last = draft;
    }

    private void edited() {
        if (writing) {
            return;
        }
        if (!dragRecorded) {
            history.changed(last);
        }
        dragRecorded = dragged.get().isPresent();
        last = now();
    }

    private List<Observable> dependencies() {
        List<Observable> all = new ArrayList<>(values.values());
        all.addAll(choices.all());
        all.add(preset);
        return all;
    }
}
