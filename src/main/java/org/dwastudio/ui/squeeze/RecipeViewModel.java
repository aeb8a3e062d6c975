package org.dwastudio.ui.squeeze;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.dwastudio.config.NetworkConfig.Stem;
import org.dwastudio.config.SqueezeConfig;
import org.dwastudio.config.SqueezeParameter;
import org.dwastudio.config.SqueezePresets;
import org.dwastudio.network.ArchitectureFacts;
import org.dwastudio.ui.synthesis.ParametersViewModel;

/** The recipe by which a teacher would be trained: a part of the experiment. Its values are always valid. FX thread only. */
public final class RecipeViewModel {
    private final ParametersViewModel parameters;
    private final List<ArchitectureFacts> architectures;
    private final List<SqueezePresets.Preset> presets = SqueezePresets.all();
    private final Map<SqueezeParameter, DoubleProperty> values = new EnumMap<>(SqueezeParameter.class);
    private final RecipeChoices choices = new RecipeChoices();
    private final ReadOnlyObjectWrapper<SqueezePresets.Preset> preset = new ReadOnlyObjectWrapper<>(this, "preset");
    private final ObservableMap<String, String> problems = FXCollections.observableMap(new TreeMap<>());
    private final IntegerBinding changedCount;
    private boolean writing;

    /**
     * Follows the recipe of the experiment that the panel shows.
     *
     * @param architectures what users can choose from
     */
    public RecipeViewModel(ParametersViewModel parameters, List<ArchitectureFacts> architectures) {
        this.parameters = parameters;
        this.architectures = List.copyOf(architectures);
        for (SqueezeParameter parameter : SqueezeParameter.values()) {
            DoubleProperty value = new SimpleDoubleProperty(
                    this, parameter.key(), parameter.range().defaultValue());
            value.subscribe((old, now) -> edited());
            values.put(parameter, value);
        }
        choices.architectureProperty().subscribe((old, now) -> fitToArchitecture());
        choices.all().forEach(choice -> choice.subscribe((old, now) -> edited()));
        preset.set(presets.get(0));
        parameters.squeezeProperty().subscribe(this::show);
        parameters.baseProperty().subscribe(experiment -> preset.set(nearestPreset(experiment.squeeze())));
        changedCount = Bindings.createIntegerBinding(
                () -> differences(
                        parameters.squeezeProperty().get(), preset.get().squeeze()),
                parameters.squeezeProperty(),
                preset);
    }

    public DoubleProperty valueOf(SqueezeParameter parameter) {
        return values.get(parameter);
    }

    public RecipeChoices choices() {
        return choices;
    }

    /** The same seed as that of the synthesis: one for the whole experiment. */
    public LongProperty seedProperty() {
        return parameters.seedProperty();
    }

    /** What users can choose from. */
    public List<ArchitectureFacts> architectures() {
        return architectures;
    }

    /** The stems that the chosen architecture can have; all, when it is not among those offered. */
    public Set<Stem> stems() {
        return architecture().map(ArchitectureFacts::stems).orElse(Set.of(Stem.values()));
    }

    public List<SqueezePresets.Preset> presets() {
        return presets;
    }

    public ReadOnlyObjectProperty<SqueezePresets.Preset> presetProperty() {
        return preset.getReadOnlyProperty();
    }

    /** How many settings differ from the preset. */
    public IntegerBinding changedCountBinding() {
        return changedCount;
    }

    /** What is wrong with texts that were typed but not taken; a squeeze can't start while there is one. */
    public ObservableMap<String, String> problems() {
        return problems;
    }

    /** Takes a preset's values. */
    public void choosePreset(SqueezePresets.Preset chosen) {
        preset.set(chosen);
        parameters.squeezeProperty().set(chosen.squeeze());
    }

    public void resetToPreset() {
        choosePreset(preset.get());
    }

    private Optional<ArchitectureFacts> architecture() {
        return architectures.stream()
                .filter(one -> one.key().equals(choices.architectureProperty().get()))
                .findFirst();
    }

    /** Widths mean something else in every family: the published one is what one most likely wants. */
    private void fitToArchitecture() {
        if (writing) {
            return;
        }
        architecture().ifPresent(facts -> {
            writing = true;
            values.get(SqueezeParameter.WIDTH).set(facts.fullWidth());
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
            SqueezeConfig config =
                    choices.writtenTo(parameters.squeezeProperty().get());
            for (SqueezeParameter parameter : SqueezeParameter.values()) {
                config = parameter.replacedIn(config, values.get(parameter).get());
            }
            parameters.squeezeProperty().set(config);
        }
    }

    private void show(SqueezeConfig config) {
        writing = true;
        for (SqueezeParameter parameter : SqueezeParameter.values()) {
            values.get(parameter).set(parameter.in(config));
        }
        choices.readFrom(config);
        writing = false;
    }

    private SqueezePresets.Preset nearestPreset(SqueezeConfig config) {
        return presets.stream()
                .min(Comparator.comparingInt(one -> differences(config, one.squeeze())))
                .orElseThrow();
    }

    private static int differences(SqueezeConfig a, SqueezeConfig b) {
        long numbers = Arrays.stream(SqueezeParameter.values())
                .filter(parameter -> parameter.in(a) != parameter.in(b))
                .count();
        return (int) numbers + RecipeChoices.differences(a, b);
    }
}
