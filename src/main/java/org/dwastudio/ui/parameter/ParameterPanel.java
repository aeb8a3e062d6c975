package org.dwastudio.ui.parameter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.compute.PrecisionAdvice;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.TakesEffect;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Adjustment.Direction;
import org.dwastudio.config.synthesis.Augmentation;
import org.dwastudio.config.synthesis.Augmentation.Kind;
import org.dwastudio.config.synthesis.Execution.Precision;
import org.dwastudio.config.synthesis.Initialization.StartImages;
import org.dwastudio.config.synthesis.Matching.Method;
import org.dwastudio.config.synthesis.Regression;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.dwastudio.ui.control.EffectMark;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ChoiceButton;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.SeedField;
import org.dwastudio.ui.screen.SettingRow;

/** Preset and parameters in groups, as the method builds them up. */
public final class ParameterPanel {
    /** Numbers of columns at the same time that are offered; files may contain others. */
    private static final List<Integer> PARALLEL_COLUMNS = List.of(1, 2, 3, 4, 6, 8, 12, 16);

    private static final List<Parameter<SynthesisConfig>> ADAM =
            List.of(SynthesisOptimizer.BETA_1, SynthesisOptimizer.BETA_2, SynthesisOptimizer.EPSILON);

    private final ParametersViewModel model;
    private final ObservableValue<Map<Precision, PrecisionAdvice>> precisionAdvice;
    private final Supplier<Optional<Path>> tensorPicker;
    private final Messages texts;
    private final Disposables lifetime;
    private final VBox node = new VBox();

    /**
     * @param imageSize width and height of the dataset's images in pixels; empty until it is known
     * @param precisionAdvice advice for every precision that brings no speed-up on the selected device
     * @param tensorPicker asks the user for a file of start images
     */
    public ParameterPanel(
            ParametersViewModel model,
            ObservableValue<OptionalInt> imageSize,
            ObservableValue<Map<Precision, PrecisionAdvice>> precisionAdvice,
            Supplier<Optional<Path>> tensorPicker,
            Messages texts,
            Disposables lifetime) {
        this.model = model;
        this.precisionAdvice = precisionAdvice;
        this.tensorPicker = tensorPicker;
        this.texts = texts;
        this.lifetime = lifetime;
        node.getStyleClass().add("parameter-panel");
        node.getChildren()
                .addAll(
                        new PresetCard(model, texts, lifetime),
                        new SettingRow("choice.name", texts, new RunNameField(model.name(), lifetime)),
                        choiceRow(
                                "choice.method",
                                Method.values(),
                                model.choices().methodProperty()),
                        new MatchingGroup(model, texts, lifetime),
                        ofTheTeacher("adjustment", directionRow()),
                        group(
                                "synthesis",
                                new JitterNote(model.valueOf(Augmentation.JITTER), imageSize, texts, lifetime)),
                        ofTheTeacher("alignment"),
                        ofTheTeacher("regression", regressionDetails()),
                        initialization(),
                        advanced(),
                        legend());
        Contradictions.follow(model, texts, lifetime);
    }

    public VBox node() {
        return node;
    }

    private VBox group(String group, Node... more) {
        VBox box = titled("group." + group);
        box.getChildren().addAll(sliders(group));
        box.getChildren().addAll(more);
        return box;
    }

    /** Returns a group that has no effect with distribution matching. */
    private VBox ofTheTeacher(String group, Node... more) {
        List<Node> rows = new ArrayList<>(sliders(group));
        rows.addAll(List.of(more));
        VBox box = titled("group." + group);
        box.getChildren().add(new WithoutMatching(rows, model, texts, lifetime));
        return box;
    }

    private List<? extends Node> sliders(String group) {
        return sliders(group, parameter -> !Regression.DETAILS.contains(parameter));
    }

    private List<? extends Node> sliders(String group, Predicate<Parameter<SynthesisConfig>> shown) {
        return SynthesisSettings.parameters().stream()
                .filter(parameter -> parameter.group().equals(group))
                .filter(shown)
                .map(this::row)
                .toList();
    }

    private Region row(Parameter<SynthesisConfig> parameter) {
        if (parameter == Adjustment.RHO) {
            return new RadiusRow(model, texts, lifetime);
        }
        Region row = ParameterRow.of(parameter, model, texts, lifetime);
        return parameter == SynthesisOptimizer.LEARNING_RATE
                ? new WithoutMatching(List.of(row), model, texts, lifetime)
                : row;
    }

    /** Returns the settings of the regression, which are shown while it is enabled. */
    private VBox regressionDetails() {
        VBox box = new VBox();
        box.setId("regression-details");
        box.getStyleClass().add("parameter-group");
        Regression.DETAILS.forEach(
                parameter -> box.getChildren().add(ParameterRow.of(parameter, model, texts, lifetime)));
        lifetime.follow(model.valueOf(Regression.WEIGHT), weight -> {
            Visibility.show(box, weight.doubleValue() > 0);
        });
        return box;
    }

    private VBox titled(String key) {
        Label heading = new Label(texts.get(key));
        heading.getStyleClass().add("group-title");
        VBox box = new VBox(heading);
        box.getStyleClass().add("parameter-group");
        return box;
    }

    private Node directionRow() {
        return choiceRow("choice.direction", Direction.values(), model.choices().directionProperty());
    }

    private VBox initialization() {
        VBox box = titled("group.initialization");
        box.getChildren()
                .addAll(
                        choiceRow(
                                "choice.start",
                                StartImages.values(),
                                model.choices().startProperty()),
                        new StartFileRow(model, tensorPicker, texts, lifetime),
                        new StartDetails(model, texts, lifetime),
                        new SettingRow(
                                "choice.seed",
                                texts,
                                new SeedField(model.seedProperty(), model.problems(), texts, lifetime)));
        return box;
    }

    private VBox advanced() {
        VBox content = new VBox();
        content.getStyleClass().add("parameter-group");
        List<Node> rows = new ArrayList<>(sliders("advanced", ADAM::contains));
        rows.add(choiceRow("choice.augmentation", Kind.values(), model.choices().augmentationProperty()));
        rows.add(parallelRow());
        content.getChildren()
                .addAll(sliders(
                        "advanced", parameter -> !ADAM.contains(parameter) && !Regression.DETAILS.contains(parameter)));
        content.getChildren()
                .addAll(
                        new WithoutMatching(rows, model, texts, lifetime),
                        choiceRow(
                                "choice.precision",
                                Precision.values(),
                                model.choices().precisionProperty()));
        Button heading = new Button(texts.get("group.advanced"));
        heading.getStyleClass().addAll("quiet-button", "group-title", "group-toggle");
        heading.setGraphic(StudioIcon.COLLAPSED.node());
        // Seen also while the group is closed: an experiment from a file may have brought the choice.
        Node note = new PrecisionNote(model.choices().precisionProperty(), precisionAdvice, texts, lifetime);
        VBox box = new VBox(heading, note);
        box.getStyleClass().add("parameter-group");
        heading.setOnAction(event -> {
            boolean open = !box.getChildren().contains(content);
            heading.setGraphic((open ? StudioIcon.EXPAND : StudioIcon.COLLAPSED).node());
            if (open) {
                box.getChildren().add(1, content);
            } else {
                box.getChildren().remove(content);
            }
        });
        return box;
    }

    private Node parallelRow() {
        Property<OptionalInt> chosen = model.choices().parallelColumnsProperty();
        List<OptionalInt> options = Stream.concat(
                        Stream.of(OptionalInt.empty()),
                        PARALLEL_COLUMNS.stream().map(OptionalInt::of))
                .toList();
        Function<OptionalInt, String> names = number ->
                number.isPresent() ? Integer.toString(number.getAsInt()) : texts.get("choice.parallelColumns.auto");
        return new SettingRow(
                "choice.parallelColumns",
                texts,
                new ChoiceButton<>(options, names, chosen, lifetime),
                model.isChanged(chosen));
    }

    private <E extends Enum<E>> Node choiceRow(String key, E[] options, Property<E> chosen) {
        Function<E, String> names =
                option -> texts.get(key + "." + option.name().toLowerCase(Locale.ROOT));
        return new SettingRow(
                key, texts, new ChoiceButton<>(List.of(options), names, chosen, lifetime), model.isChanged(chosen));
    }

    private FlowPane legend() {
        FlowPane legend = new FlowPane();
        legend.getStyleClass().add("legend");
        for (TakesEffect when : TakesEffect.values()) {
            Label words = new Label(texts.get("legend." + when.name().toLowerCase(Locale.ROOT)));
            words.setGraphic(new EffectMark(when, texts.bundle()));
            legend.getChildren().add(words);
        }
        return legend;
    }
}
