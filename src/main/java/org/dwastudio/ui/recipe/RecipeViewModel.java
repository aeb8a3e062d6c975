package org.dwastudio.ui.recipe;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.nn.architecture.ArchitectureFacts;
import org.dwastudio.ui.parameter.ParametersViewModel;

/**
 * View model of a training recipe, which is a part of the experiment. Its values are always valid. FX thread only.
 *
 * @param <C> recipe type
 * @param <H> type of its non-numeric settings
 */
public final class RecipeViewModel<C, H extends RecipeChoices<C>> {
    private final RecipeKind<C> kind;
    private final ParametersViewModel parameters;
    private final ObjectProperty<C> recipe;
    private final List<ArchitectureFacts> architectures;
    private final Map<Parameter<C>, DoubleProperty> values = new HashMap<>();
    private final H choices;
    private final ReadOnlyObjectWrapper<RecipePreset<C>> preset = new ReadOnlyObjectWrapper<>(this, "preset");
    private final ObservableMap<String, String> problems = FXCollections.observableMap(new TreeMap<>());
    private final IntegerBinding changedCount;
    private boolean writing;
    private boolean editing;

    /**
     * Creates the view model and follows the recipe of the experiment that the panel shows.
     *
     * @param recipe the recipe within the experiment
     * @param choices non-numeric settings; must not be shared
     * @param architectures architectures that users can choose from
     */
    public RecipeViewModel(
            RecipeKind<C> kind,
            ParametersViewModel parameters,
            ObjectProperty<C> recipe,
            H choices,
            List<ArchitectureFacts> architectures) {
        this.kind = kind;
        this.parameters = parameters;
        this.recipe = recipe;
        this.choices = choices;
        this.architectures = List.copyOf(architectures);
        for (Parameter<C> parameter : kind.parameters()) {
            DoubleProperty value = new SimpleDoubleProperty(
                    this, parameter.key(), parameter.range().defaultValue());
            value.subscribe((old, now) -> edited());
            values.put(parameter, value);
        }
        choices.architectureProperty().subscribe((old, now) -> fitToArchitecture());
        choices.all().forEach(choice -> choice.subscribe((old, now) -> edited()));
        preset.set(kind.presets().get(0));
        recipe.subscribe(this::show);
        // A recipe that came from elsewhere, as by undo, is compared with the preset next to it.
        recipe.subscribe((old, now) -> {
            if (!editing) {
                preset.set(nearestPreset(now));
            }
        });
        parameters
                .baseProperty()
                .subscribe(experiment -> preset.set(nearestPreset(kind.in().apply(experiment))));
        changedCount = Bindings.createIntegerBinding(
                () -> differences(recipe.get(), preset.get().recipe()), recipe, preset);
    }

    /** Returns the kind of recipe. */
    public RecipeKind<C> kind() {
        return kind;
    }

    public DoubleProperty valueOf(Parameter<C> parameter) {
        return Objects.requireNonNull(values.get(parameter));
    }

    public H choices() {
        return choices;
    }

    /** Returns the seed property, which the whole experiment shares with the synthesis. */
    public LongProperty seedProperty() {
        return parameters.seedProperty();
    }

    /** Returns the architectures that users can choose from. */
    public List<ArchitectureFacts> architectures() {
        return architectures;
    }

    /** Returns the stems that the chosen architecture supports; all stems if the architecture is not offered. */
    public Set<Stem> stems() {
        return architecture().map(ArchitectureFacts::stems).orElse(Set.of(Stem.values()));
    }

    public ReadOnlyObjectProperty<RecipePreset<C>> presetProperty() {
        return preset.getReadOnlyProperty();
    }

    /** Begins or ends a gesture: its values are one change for undo. */
    public void setInGesture(boolean now) {
        parameters.history().setInGesture(now);
    }

    /** Returns a value that is true while a choice differs from the preset. */
    public BooleanBinding isChanged(Property<?> choice) {
        int place = choices.all().indexOf(choice);
        return Bindings.createBooleanBinding(
                () -> {
                    RecipeChoices<C> ofPreset = choices.fresh();
                    ofPreset.readFrom(preset.get().recipe());
                    return !choice.getValue().equals(ofPreset.all().get(place).get());
                },
                choice,
                preset);
    }

    /** Returns the number of settings that differ from the preset. */
    public IntegerBinding changedCountBinding() {
        return changedCount;
    }

    /** Returns the problems of rejected text input by key; no training can start while there is one. */
    public ObservableMap<String, String> problems() {
        return problems;
    }

    /** Sets the recipe to a preset's values. */
    public void choosePreset(RecipePreset<C> chosen) {
        preset.set(chosen);
        edit(chosen.recipe());
    }

    public void resetToPreset() {
        choosePreset(preset.get());
    }

    private Optional<ArchitectureFacts> architecture() {
        return architectures.stream()
                .filter(one -> one.key().equals(choices.architectureProperty().get()))
                .findFirst();
    }

    /** Sets the published width of the chosen architecture, because widths are not comparable across families. */
    private void fitToArchitecture() {
        if (writing) {
            return;
        }
        architecture().ifPresent(facts -> {
            writing = true;
            Objects.requireNonNull(values.get(kind.width())).set(facts.fullWidth());
            if (!facts.stems().contains(choices.stemProperty().get())) {
                choices.stemProperty()
                        .set(Arrays.stream(Stem.values())
                                .filter(facts.stems()::contains)
                                .findFirst()
                                .orElse(Stem.SMALL));
            }
            writing = false;
        });
    }

    private void edited() {
        if (!writing) {
            C config = choices.writtenTo(recipe.get());
            for (Parameter<C> parameter : kind.parameters()) {
                config = parameter.replacedIn(
                        config, Objects.requireNonNull(values.get(parameter)).get());
            }
            edit(config);
        }
    }

    private void edit(C config) {
        editing = true;
        recipe.set(config);
        editing = false;
    }

    private void show(C config) {
        writing = true;
        for (Parameter<C> parameter : kind.parameters()) {
            Objects.requireNonNull(values.get(parameter)).set(parameter.in(config));
        }
        choices.readFrom(config);
        writing = false;
    }

    private RecipePreset<C> nearestPreset(C config) {
        return kind.presets().stream()
                .min(Comparator.comparingInt(one -> differences(config, one.recipe())))
                .orElseThrow();
    }

    private int differences(C a, C b) {
        long numbers = kind.parameters().stream()
                .filter(parameter -> parameter.in(a) != parameter.in(b))
                .count();
        return (int) numbers + choices.differences(a, b);
    }
}
