package org.dwastudio.ui.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.dwastudio.config.network.ImageAugmentation.Crop;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.nn.architecture.ArchitectureFacts;
import org.dwastudio.ui.control.ParameterSlider;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ChoiceButton;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.SeedField;
import org.dwastudio.ui.screen.SettingRow;

/**
 * Factory for the rows that edit a recipe; message keys and node IDs start with the key of the recipe's kind.
 *
 * @param <C> recipe type
 */
public final class RecipeRows<C> {
    private final RecipeViewModel<C, ?> model;
    private final Messages texts;
    private final Disposables lifetime;
    private final Disposables stemLifetime = new Disposables();
    private final String prefix;

    public RecipeRows(RecipeViewModel<C, ?> model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        this.lifetime = lifetime;
        prefix = model.kind().key() + ".";
        lifetime.onEnd(stemLifetime::end);
    }

    /** Creates a group of rows under a heading. */
    public VBox group(String key, Node... rows) {
        Label heading = new Label(texts.get(prefix + "group." + key));
        heading.getStyleClass().add("group-title");
        VBox box = new VBox(heading);
        box.getChildren().addAll(rows);
        box.getStyleClass().add("parameter-group");
        return box;
    }

    /** Creates a slider for a numeric parameter; invalid input is added to the recipe's problems. */
    public ParameterSlider slider(Parameter<C> parameter) {
        ParameterSlider slider = new ParameterSlider(parameter.range(), texts.bundle());
        slider.setId(model.kind().key() + "-" + parameter.key());
        String name = texts.get(prefix + parameter.key() + ".name");
        slider.nameProperty().set(name);
        slider.helpProperty().set(texts.get(prefix + parameter.key() + ".help"));
        slider.valueProperty().bindBidirectional(model.valueOf(parameter));
        lifetime.onEnd(() -> slider.valueProperty().unbindBidirectional(model.valueOf(parameter)));
        lifetime.follow(
                model.presetProperty(), preset -> slider.presetValueProperty().set(parameter.in(preset.recipe())));
        slider.valueChangingProperty().subscribe((was, dragging) -> model.setInGesture(dragging));
        lifetime.follow(slider.problemProperty(), problem -> {
            if (problem.isEmpty()) {
                model.problems().remove(parameter.key());
            } else {
                model.problems().put(parameter.key(), texts.format("parameter.problem", name, problem));
            }
        });
        lifetime.onEnd(() -> model.problems().remove(parameter.key()));
        return slider;
    }

    /** Creates the row that selects the network architecture. */
    public SettingRow architecture() {
        List<String> keys =
                model.architectures().stream().map(ArchitectureFacts::key).toList();
        ChoiceButton<String> button = new ChoiceButton<>(
                keys, key -> texts.getOr("network." + key, key), model.choices().architectureProperty(), lifetime);
        button.setId(model.kind().key() + "-architecture");
        return new SettingRow(
                prefix + "architecture",
                texts,
                button,
                model.isChanged(model.choices().architectureProperty()));
    }

    /** Creates the row that selects the stem. The button is rebuilt when the architecture changes. */
    public SettingRow stem() {
        HBox place = new HBox();
        lifetime.follow(model.choices().architectureProperty(), architecture -> {
            List<Stem> stems =
                    Arrays.stream(Stem.values()).filter(model.stems()::contains).toList();
            stemLifetime.end();
            ChoiceButton<Stem> button =
                    new ChoiceButton<>(stems, this::stemName, model.choices().stemProperty(), stemLifetime);
            button.setDisable(stems.size() < 2);
            place.getChildren().setAll(button);
        });
        return new SettingRow(
                prefix + "stem", texts, place, model.isChanged(model.choices().stemProperty()));
    }

    private String stemName(Stem stem) {
        return texts.get(prefix + "stem." + stem.name().toLowerCase(Locale.ROOT));
    }

    /** Creates the rows for crop mode, horizontal flip and the parameter of the selected crop mode. */
    public Node[] augmentation(
            Property<Crop> crop, Parameter<C> padding, Parameter<C> smallestArea, Property<Boolean> flip) {
        Node pad = slider(padding);
        Node area = slider(smallestArea);
        lifetime.follow(crop, chosen -> {
            Visibility.show(pad, chosen == Crop.PADDED);
            Visibility.show(area, chosen == Crop.RESIZED);
        });
        Label mirrored = new Label(texts.get(prefix + "horizontalFlip.warning"));
        mirrored.getStyleClass().addAll("muted", "recipe-warning");
        mirrored.setWrapText(true);
        mirrored.setMinHeight(Label.USE_PREF_SIZE);
        lifetime.follow(flip, on -> Visibility.show(mirrored, on));
        return new Node[] {
            choice("crop", Crop.values(), crop), pad, area, onOrOff("horizontalFlip", flip), mirrored,
        };
    }

    /** Creates the row that edits the experiment's seed. */
    public SettingRow seed() {
        return new SettingRow(
                prefix + "seed", texts, new SeedField(model.seedProperty(), model.problems(), texts, lifetime));
    }

    /** Creates a row that selects one of several options. */
    public <E extends Enum<E>> SettingRow choice(String key, E[] options, Property<E> chosen) {
        Function<E, String> names =
                option -> texts.get(prefix + key + "." + option.name().toLowerCase(Locale.ROOT));
        ChoiceButton<E> button = new ChoiceButton<>(List.of(options), names, chosen, lifetime);
        button.setId(model.kind().key() + "-" + key);
        return new SettingRow(prefix + key, texts, button, model.isChanged(chosen));
    }

    /** Creates a row that switches a setting on or off. */
    public SettingRow onOrOff(String key, Property<Boolean> chosen) {
        Function<Boolean, String> names = on -> texts.get(on ? "recipe.on" : "recipe.off");
        ChoiceButton<Boolean> button = new ChoiceButton<>(List.of(true, false), names, chosen, lifetime);
        button.setId(model.kind().key() + "-" + key);
        return new SettingRow(prefix + key, texts, button, model.isChanged(chosen));
    }
}
