package org.dwastudio.ui.dataset;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.config.DatasetConfig.Color;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.config.ImageFitting.Fit;
import org.dwastudio.config.Stress.Corruption;
import org.dwastudio.config.Stress.LabelNoiseKind;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.dataset.DatasetOptionsViewModel.Field;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/**
 * View of a dataset's options: size, color, splits, normalization, and stress in a group that is open only while it is in
 * use. Invalid values show the reason and cannot be applied.
 */
public final class DatasetOptionsView {
    /** Height at which the form fits a small screen even with an error in every field. */
    private static final double FORM_HEIGHT = 470;

    private final DatasetOptionsViewModel model;
    private final Messages texts;
    private final Disposables lifetime;
    private final VBox node;

    public DatasetOptionsView(DatasetOptionsViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        this.lifetime = lifetime;
        ScrollPane scroll = new ScrollPane(new VBox(images().node(), stress()));
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(FORM_HEIGHT);
        scroll.getStyleClass().add("plain-scroll");
        node = new VBox(scroll, buttons());
        node.getStyleClass().add("dataset-work");
    }

    public VBox node() {
        return node;
    }

    private OptionForm images() {
        OptionForm form = new OptionForm(model, texts, lifetime);
        form.addText("imageSize", Field.IMAGE_SIZE);
        form.addChoice("color", model.colorProperty(), names("color", Color.values()));
        form.addChoice("fit", model.fitProperty(), names("fit", Fit.values()));
        form.addText("whiteLevel", Field.WHITE_LEVEL);
        form.addList("classes", Field.CLASSES);
        form.addText("maxPerClass", Field.MAX_PER_CLASS);
        form.addChoice("skipUnreadable", model.skipUnreadableProperty(), skippingNames());
        form.addChoice("skipEmptyClasses", model.skipEmptyClassesProperty(), skippingNames());
        form.addText("testShare", Field.TEST_SHARE);
        form.addText("splitSeed", Field.SPLIT_SEED);
        form.addText("heldOutShare", Field.HELD_OUT_SHARE);
        form.addChoice("scoredOn", model.training().scoredOnProperty(), names("scoredOn", ScoredOn.values()));
        form.addChoice("normalization", model.givenProperty(), normalizationNames());
        form.addListWhen(model.givenProperty(), "mean", Field.MEAN);
        form.addListWhen(model.givenProperty(), "std", Field.STD);
        return form;
    }

    private VBox stress() {
        TrainingOptions training = model.training();
        OptionForm form = new OptionForm(model, texts, lifetime);
        form.addText("imbalance", Field.IMBALANCE);
        form.addText("labelNoise", Field.LABEL_NOISE);
        form.addChoice(
                "labelNoiseKind", training.labelNoiseKindProperty(), names("labelNoiseKind", LabelNoiseKind.values()));
        form.addChoice("corruption", training.corruptionProperty(), names("corruption", Corruption.values()));
        form.addText("corruptionLevel", Field.CORRUPTION_LEVEL);
        Label help = new Label(texts.get("dataset.options.stress.help"));
        help.getStyleClass().add("muted");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        VBox content = new VBox(help, form.node());
        content.getStyleClass().add("option-group-content");
        Button heading = new Button(texts.get("dataset.options.stress"));
        heading.setId("option-stress");
        heading.getStyleClass().addAll("quiet-button", "group-title", "group-toggle");
        heading.setOnAction(event -> open(heading, content, !content.isVisible()));
        open(heading, content, model.isStressed());
        VBox group = new VBox(heading, content);
        group.getStyleClass().addAll("parameter-group", "option-group");
        return group;
    }

    private static void open(Button heading, VBox content, boolean open) {
        heading.setGraphic((open ? StudioIcon.EXPAND : StudioIcon.COLLAPSED).node());
        Visibility.show(content, open);
    }

    private <E extends Enum<E>> Map<E, String> names(String key, E[] values) {
        return Stream.of(values)
                .collect(Collectors.toMap(
                        Function.identity(),
                        value -> texts.get(
                                "dataset.options." + key + "." + value.name().toLowerCase(Locale.ROOT))));
    }

    private Map<Boolean, String> skippingNames() {
        return Map.of(
                false, texts.get("dataset.options.skip.report"),
                true, texts.get("dataset.options.skip.leaveOut"));
    }

    private Map<Boolean, String> normalizationNames() {
        return Map.of(
                false, texts.get("dataset.options.normalization.computed"),
                true, texts.get("dataset.options.normalization.given"));
    }

    private HBox buttons() {
        Button apply = button("option-apply", "dataset.options.apply", StudioIcon.DONE, model::apply);
        apply.getStyleClass().add("likely");
        Button reset = button("option-reset", "dataset.options.reset", StudioIcon.RESET, model::reset);
        lifetime.follow(() -> apply.setDisable(!model.canApply()), model.sources());
        HBox row = new HBox(apply, reset);
        row.getStyleClass().add("work-row");
        return row;
    }

    private Button button(String id, String key, StudioIcon icon, Runnable action) {
        return new ActionButton(id, texts.get(key), icon, action);
    }
}
