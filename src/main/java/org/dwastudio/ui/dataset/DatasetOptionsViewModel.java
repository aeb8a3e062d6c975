package org.dwastudio.ui.dataset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.DatasetConfig.Color;
import org.dwastudio.config.HeldOut;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.config.ImageFitting;
import org.dwastudio.config.ImageFitting.Fit;
import org.dwastudio.config.ImageSelection;
import org.dwastudio.config.Stress;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.TextList;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.ui.control.NumberText;
import org.dwastudio.ui.screen.LoadState;

/**
 * View model of the options of the experiment's dataset, as texts that may be invalid. Nothing changes before they are
 * applied, and invalid ones cannot be applied. FX thread only.
 */
public final class DatasetOptionsViewModel {
    /** Field of the form. */
    public enum Field {
        IMAGE_SIZE(DatasetConfig.IMAGE_SIZE),
        TEST_SHARE(DatasetConfig.TEST_SHARE),
        SPLIT_SEED,
        WHITE_LEVEL(ImageFitting.WHITE_LEVEL.range()),
        CLASSES,
        MAX_PER_CLASS(ImageSelection.MAX_PER_CLASS.range()),
        HELD_OUT_SHARE(HeldOut.SHARE.range()),
        IMBALANCE(Stress.IMBALANCE.range()),
        LABEL_NOISE(Stress.LABEL_NOISE.range()),
        CORRUPTION_LEVEL(Stress.CORRUPTION_LEVEL.range()),
        MEAN,
        STD;

        private final Optional<ParameterRange> range;

        Field() {
            range = Optional.empty();
        }

        Field(ParameterRange range) {
            this.range = Optional.of(range);
        }
    }

    private final DatasetChoiceViewModel choice;
    private final ObservableValue<LoadState<DatasetSummary>> facts;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final ObjectProperty<Color> color = new SimpleObjectProperty<>(this, "color", Color.AS_STORED);
    private final ObjectProperty<Fit> fit = new SimpleObjectProperty<>(this, "fit", Fit.CROP);
    private final ObjectProperty<Boolean> skipUnreadable = new SimpleObjectProperty<>(this, "skipUnreadable", false);
    private final ObjectProperty<Boolean> skipEmptyClasses =
            new SimpleObjectProperty<>(this, "skipEmptyClasses", false);
    private final TrainingOptions training = new TrainingOptions();
    private final ObjectProperty<Boolean> given = new SimpleObjectProperty<>(this, "given", false);

    /**
     * Creates a view model.
     *
     * @param facts facts of the dataset with its current options
     */
    public DatasetOptionsViewModel(DatasetChoiceViewModel choice, ObservableValue<LoadState<DatasetSummary>> facts) {
        this.choice = choice;
        this.facts = facts;
        for (Field field : Field.values()) {
            texts.put(field, new SimpleStringProperty(this, field.name(), ""));
        }
        choice.datasetProperty().subscribe(config -> reset());
    }

    /** Returns true while the window shows the options. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Returns the text of a field. */
    public StringProperty text(Field field) {
        return Objects.requireNonNull(texts.get(field));
    }

    public ObjectProperty<Color> colorProperty() {
        return color;
    }

    /** Returns the conversion of images that are not square. */
    public ObjectProperty<Fit> fitProperty() {
        return fit;
    }

    /** Returns true if unreadable images are left out. */
    public ObjectProperty<Boolean> skipUnreadableProperty() {
        return skipUnreadable;
    }

    /** Returns true if classes without images are left out. */
    public ObjectProperty<Boolean> skipEmptyClassesProperty() {
        return skipEmptyClasses;
    }

    /** Returns true if mean and deviation are entered instead of computed from the training images. */
    public ObjectProperty<Boolean> givenProperty() {
        return given;
    }

    /** Returns the choices about the training split. */
    public TrainingOptions training() {
        return training;
    }

    /** Returns true if the experiment's training split is under stress. */
    public boolean isStressed() {
        return !choice.datasetProperty().getValue().stress().equals(Stress.none());
    }

    /** Returns everything that can change, for listeners. */
    public Observable[] sources() {
        List<Observable> all = new ArrayList<>(texts.values());
        all.addAll(training.sources());
        all.addAll(List.of(
                color,
                fit,
                skipUnreadable,
                skipEmptyClasses,
                given,
                facts,
                choice.datasetProperty(),
                choice.busyProperty()));
        return all.toArray(Observable[]::new);
    }

    /** Returns the error of a field's text; empty if it is valid, or not in use. */
    public Optional<OptionProblem> problemOf(Field field) {
        String text = text(field).get();
        return switch (field) {
            case CLASSES -> Optional.empty();
            case SPLIT_SEED ->
                TypedNumber.seed(text).isPresent()
                        ? Optional.empty()
                        : Optional.of(new OptionProblem("dataset.options.problem.seed", List.of(text.strip())));
            case MEAN ->
                given.get()
                        ? TypedNumber.list(ChannelNormalization.MEAN, text, channels())
                                .problem()
                        : Optional.empty();
            case STD ->
                given.get()
                        ? TypedNumber.list(ChannelNormalization.STD, text, channelsOfMean())
                                .problem()
                        : Optional.empty();
            default -> TypedNumber.within(field.range.orElseThrow(), text).problem().or(() -> contradiction(field));
        };
    }

    private Optional<OptionProblem> contradiction(Field field) {
        if (field != Field.HELD_OUT_SHARE
                || training.scoredOnProperty().get() == ScoredOn.TEST
                || number(Field.HELD_OUT_SHARE) > 0) {
            return Optional.empty();
        }
        return Optional.of(new OptionProblem(
                "dataset.options.problem.heldOut",
                List.of(NumberText.exact(HeldOut.SHARE.range().max()))));
    }

    /** Returns true if applying is possible and would change something. */
    public boolean canApply() {
        return !choice.busyProperty().getValue()
                && typed().filter(config ->
                                !config.equals(choice.datasetProperty().getValue()))
                        .isPresent();
    }

    /** Applies the options to the experiment; does nothing if some are invalid. */
    public void apply() {
        if (canApply()) {
            typed().ifPresent(choice::change);
        }
    }

    /** Resets the fields to the experiment's options. */
    public void reset() {
        DatasetConfig config = choice.datasetProperty().getValue();
        text(Field.IMAGE_SIZE).set(Integer.toString(config.imageSize()));
        text(Field.TEST_SHARE).set(NumberText.exact(config.testShare()));
        text(Field.SPLIT_SEED).set(Long.toString(config.splitSeed()));
        text(Field.WHITE_LEVEL).set(Integer.toString(config.fitting().whiteLevel()));
        text(Field.CLASSES).set(TextList.joined(config.selection().classes()));
        text(Field.MAX_PER_CLASS).set(Integer.toString(config.selection().maxPerClass()));
        text(Field.HELD_OUT_SHARE).set(NumberText.exact(config.heldOut().share()));
        text(Field.IMBALANCE).set(NumberText.exact(config.stress().imbalance()));
        text(Field.LABEL_NOISE).set(NumberText.exact(config.stress().labelNoise()));
        text(Field.CORRUPTION_LEVEL).set(Integer.toString(config.stress().corruptionLevel()));
        training.reset(config);
        fit.set(config.fitting().fit());
        skipUnreadable.set(config.selection().skipUnreadable());
        skipEmptyClasses.set(config.selection().skipEmptyClasses());
        color.set(config.color());
        given.set(config.normalization().isPresent());
        text(Field.MEAN)
                .set(config.normalization().map(one -> written(one.mean())).orElse(""));
        text(Field.STD)
                .set(config.normalization().map(one -> written(one.std())).orElse(""));
    }

    /** Returns the numbers of channels that a normalization may have. */
    private List<Integer> channels() {
        return switch (color.get()) {
            case GRAY -> List.of(1);
            case COLOR -> List.of(3);
            case AS_STORED ->
                choice.datasetProperty().getValue().color() == Color.AS_STORED
                        ? facts.getValue()
                                .value()
                                .map(known -> List.of(known.channels()))
                                .orElse(List.of(1, 3))
                        : List.of(1, 3);
        };
    }

    /** Returns the number of means, if these are valid, as the only valid number of deviations. */
    private List<Integer> channelsOfMean() {
        int means = TypedNumber.list(ChannelNormalization.MEAN, text(Field.MEAN).get(), channels())
                .values()
                .size();
        return means == 0 ? channels() : List.of(means);
    }

    private Optional<DatasetConfig> typed() {
        for (Field field : Field.values()) {
            if (problemOf(field).isPresent()) {
                return Optional.empty();
            }
        }
        Optional<ChannelNormalization> normalization = Optional.empty();
        if (given.get()) {
            normalization = Optional.of(new ChannelNormalization(numbers(Field.MEAN), numbers(Field.STD)));
        }
        return Optional.of(choice.datasetProperty()
                .getValue()
                .withImageSize((int) number(Field.IMAGE_SIZE))
                .withColor(color.get())
                .withTestShare(number(Field.TEST_SHARE))
                .withFitting(new ImageFitting(fit.get(), (int) number(Field.WHITE_LEVEL)))
                .withSelection(new ImageSelection(
                        TextList.namesIn(text(Field.CLASSES).get()),
                        (int) number(Field.MAX_PER_CLASS),
                        skipUnreadable.get(),
                        skipEmptyClasses.get()))
                .withHeldOut(new HeldOut(
                        number(Field.HELD_OUT_SHARE),
                        training.scoredOnProperty().get()))
                .withStress(new Stress(
                        number(Field.IMBALANCE),
                        number(Field.LABEL_NOISE),
                        training.labelNoiseKindProperty().get(),
                        training.corruptionProperty().get(),
                        (int) number(Field.CORRUPTION_LEVEL)))
                .withSplitSeed(TypedNumber.seed(text(Field.SPLIT_SEED).get()).orElseThrow())
                .withNormalization(normalization));
    }

    private double number(Field field) {
        return TypedNumber.within(field.range.orElseThrow(), text(field).get())
                .values()
                .get(0);
    }

    private List<Double> numbers(Field field) {
        var range = field == Field.MEAN ? ChannelNormalization.MEAN : ChannelNormalization.STD;
        return TypedNumber.list(range, text(field).get(), channels()).values();
    }

    private static String written(List<Double> values) {
        return values.stream().map(NumberText::exact).collect(Collectors.joining(", "));
    }
}
