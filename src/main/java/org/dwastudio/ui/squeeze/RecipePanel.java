package org.dwastudio.ui.squeeze;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.dwastudio.config.NetworkConfig.Stem;
import org.dwastudio.config.SqueezeConfig.Crop;
import org.dwastudio.config.SqueezeConfig.Schedule;
import org.dwastudio.config.SqueezeParameter;
import org.dwastudio.network.ArchitectureFacts;
import org.dwastudio.ui.screen.ChoiceButton;
import org.dwastudio.ui.screen.Lifetime;
import org.dwastudio.ui.screen.SeedField;
import org.dwastudio.ui.screen.SettingRow;
import org.dwastudio.ui.screen.Texts;
import org.dwastudio.ui.synthesis.RunState;

/** The recipe of a squeeze: preset, network, training, augmentation, seed. It rests while a teacher is being trained. */
public final class RecipePanel {
    private final RecipeViewModel model;
    private final Texts texts;
    private final Lifetime lifetime;
    private final Lifetime stemLifetime = new Lifetime();
    private final VBox node = new VBox();

    /** @param squeeze what the squeeze is doing */
    public RecipePanel(RecipeViewModel model, ObservableValue<RunState> squeeze, Texts texts, Lifetime lifetime) {
        this.model = model;
        this.texts = texts;
        this.lifetime = lifetime;
        node.setId("recipe");
        node.getStyleClass().add("parameter-panel");
        node.getChildren()
                .addAll(
                        new RecipePresetCard(model, texts, lifetime),
                        group("network", architectureRow(), stemRow(), slider(SqueezeParameter.WIDTH)),
                        training(),
                        regularisation(),
                        augmentation(),
                        group("draws", new SettingRow("squeeze.seed", texts, seedField())));
        lifetime.follow(squeeze, state -> node.setDisable(state.isActive()));
    }

    public VBox node() {
        return node;
    }

    private VBox training() {
        return group(
                "training",
                slider(SqueezeParameter.EPOCHS),
                slider(SqueezeParameter.BATCH_SIZE),
                slider(SqueezeParameter.LEARNING_RATE),
                choiceRow("squeeze.schedule", Schedule.values(), model.choices().scheduleProperty()),
                slider(SqueezeParameter.WARM_UP_EPOCHS),
                slider(SqueezeParameter.MOMENTUM),
                switchRow("squeeze.nesterov", model.choices().nesterovProperty()));
    }

    private VBox regularisation() {
        return group("regularisation", slider(SqueezeParameter.WEIGHT_DECAY), slider(SqueezeParameter.LABEL_SMOOTHING));
    }

    private VBox augmentation() {
        Node padding = slider(SqueezeParameter.CROP_PADDING);
        Node area = slider(SqueezeParameter.SMALLEST_AREA);
        lifetime.follow(model.choices().cropProperty(), crop -> {
            show(padding, crop == Crop.PADDED);
            show(area, crop == Crop.RESIZED);
        });
        Label mirrored = new Label(texts.get("squeeze.horizontalFlip.warning"));
        mirrored.getStyleClass().addAll("muted", "recipe-warning");
        mirrored.setWrapText(true);
        mirrored.setMinHeight(Label.USE_PREF_SIZE);
        lifetime.follow(model.choices().horizontalFlipProperty(), on -> show(mirrored, on));
        return group(
                "augmentation",
                choiceRow("squeeze.crop", Crop.values(), model.choices().cropProperty()),
                padding,
                area,
                switchRow("squeeze.horizontalFlip", model.choices().horizontalFlipProperty()),
                mirrored);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private VBox group(String key, Node... rows) {
        Label heading = new Label(texts.get("squeeze.group." + key));
        heading.getStyleClass().add("group-title");
        VBox box = new VBox(heading);
        box.getChildren().addAll(rows);
        box.getStyleClass().add("parameter-group");
        return box;
    }

    private Node slider(SqueezeParameter parameter) {
        return RecipeRow.of(parameter, model, texts, lifetime);
    }

    private SettingRow architectureRow() {
        List<String> keys =
                model.architectures().stream().map(ArchitectureFacts::key).toList();
        ChoiceButton<String> button = new ChoiceButton<>(
                keys, key -> texts.getOr("network." + key, key), model.choices().architectureProperty(), lifetime);
        button.setId("squeeze-architecture");
        return new SettingRow("squeeze.architecture", texts, button);
    }

    /** The stems change with the architecture: the button is made anew. */
    private HBox stemRow() {
        HBox place = new HBox();
        lifetime.whenOver(stemLifetime::end);
        lifetime.follow(model.choices().architectureProperty(), architecture -> {
            List<Stem> stems =
                    Arrays.stream(Stem.values()).filter(model.stems()::contains).toList();
            stemLifetime.end();
            ChoiceButton<Stem> button =
                    new ChoiceButton<>(stems, this::stemName, model.choices().stemProperty(), stemLifetime);
            button.setDisable(stems.size() < 2);
            place.getChildren().setAll(button);
        });
        return new SettingRow("squeeze.stem", texts, place);
    }

    private String stemName(Stem stem) {
        return texts.get("squeeze.stem." + stem.name().toLowerCase(Locale.ROOT));
    }

    private SeedField seedField() {
        return new SeedField(model.seedProperty(), model.problems(), texts, lifetime);
    }

    private <E extends Enum<E>> Node choiceRow(String key, E[] options, Property<E> chosen) {
        Function<E, String> names =
                option -> texts.get(key + "." + option.name().toLowerCase(Locale.ROOT));
        return new SettingRow(key, texts, new ChoiceButton<>(List.of(options), names, chosen, lifetime));
    }

    private Node switchRow(String key, Property<Boolean> chosen) {
        Function<Boolean, String> names = on -> texts.get(on ? "squeeze.on" : "squeeze.off");
        ChoiceButton<Boolean> button = new ChoiceButton<>(List.of(true, false), names, chosen, lifetime);
        button.setId(key.replace('.', '-'));
        return new SettingRow(key, texts, button);
    }
}
