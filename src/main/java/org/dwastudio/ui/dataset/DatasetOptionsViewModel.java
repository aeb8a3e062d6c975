package org.dwastudio.ui.dataset;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import org.dwastudio.config.DatasetConfig.Colour;
import org.dwastudio.ui.control.NumberText;
import org.dwastudio.ui.screen.LoadState;

/**
 * How the experiment's dataset is to be looked at, as texts that may be wrong. Nothing changes before they are applied,
 * and wrong ones can't be. FX thread only.
 */
public final class DatasetOptionsViewModel {
    /** What is typed. */
    public enum Field {
        IMAGE_SIZE,
        TEST_SHARE,
        SPLIT_SEED,
        MEAN,
        STD
    }

    private final DatasetChoiceViewModel choice;
    private final ObservableValue<LoadState<DatasetFacts>> facts;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final ObjectProperty<Colour> colour = new SimpleObjectProperty<>(this, "colour", Colour.AS_STORED);
    private final ObjectProperty<Boolean> given = new SimpleObjectProperty<>(this, "given", false);

    /** @param facts of the dataset as it is looked at now */
    public DatasetOptionsViewModel(DatasetChoiceViewModel choice, ObservableValue<LoadState<DatasetFacts>> facts) {
        this.choice = choice;
        this.facts = facts;
        for (Field field : Field.values()) {
            texts.put(field, new SimpleStringProperty(this, field.name(), ""));
        }
        choice.datasetProperty().subscribe(config -> reset());
    }

    /** Whether the window shows them. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** What is typed into a field. */
    public StringProperty text(Field field) {
        return texts.get(field);
    }

    public ObjectProperty<Colour> colourProperty() {
        return colour;
    }

    /** Whether mean and deviation are typed, not computed from the training images. */
    public ObjectProperty<Boolean> givenProperty() {
        return given;
    }

    /** All that can be changed, to be listened to. */
    public Observable[] sources() {
        return new Observable[] {
            text(Field.IMAGE_SIZE),
            text(Field.TEST_SHARE),
            text(Field.SPLIT_SEED),
            text(Field.MEAN),
            text(Field.STD),
            colour,
            given,
            facts,
            choice.datasetProperty(),
            choice.busyProperty()
        };
    }

    /** Why a field's text can't be taken; empty when it can, or does not count. */
    public Optional<OptionProblem> problemOf(Field field) {
        String text = text(field).get();
        return switch (field) {
            case IMAGE_SIZE ->
                TypedNumber.within(DatasetConfig.IMAGE_SIZE, text).problem();
            case TEST_SHARE ->
                TypedNumber.within(DatasetConfig.TEST_SHARE, text).problem();
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
        };
    }

    /** Whether applying would change something, and may. */
    public boolean canApply() {
        return !choice.busyProperty().getValue()
                && typed().filter(config ->
                                !config.equals(choice.datasetProperty().getValue()))
                        .isPresent();
    }

    /** Makes what is typed that of the experiment; nothing happens when some of it is wrong. */
    public void apply() {
        if (canApply()) {
            typed().ifPresent(choice::change);
        }
    }

    /** Shows what the experiment says. */
    public void reset() {
        DatasetConfig config = choice.datasetProperty().getValue();
        text(Field.IMAGE_SIZE).set(Integer.toString(config.imageSize()));
        text(Field.TEST_SHARE).set(NumberText.exact(config.testShare()));
        text(Field.SPLIT_SEED).set(Long.toString(config.splitSeed()));
        colour.set(config.colour());
        given.set(config.normalization().isPresent());
        text(Field.MEAN)
                .set(config.normalization().map(one -> written(one.mean())).orElse(""));
        text(Field.STD)
                .set(config.normalization().map(one -> written(one.std())).orElse(""));
    }

    /** The channels that a given normalisation may have. */
    private List<Integer> channels() {
        return switch (colour.get()) {
            case GREY -> List.of(1);
            case COLOUR -> List.of(3);
            case AS_STORED ->
                choice.datasetProperty().getValue().colour() == Colour.AS_STORED
                        ? facts.getValue()
                                .value()
                                .map(known -> List.of(known.channels()))
                                .orElse(List.of(1, 3))
                        : List.of(1, 3);
        };
    }

    /** As many deviations as means, where these are right. */
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
                .withImageSize(TypedNumber.within(
                                DatasetConfig.IMAGE_SIZE, text(Field.IMAGE_SIZE).get())
                        .values()
                        .get(0)
                        .intValue())
                .withColour(colour.get())
                .withTestShare(TypedNumber.within(
                                DatasetConfig.TEST_SHARE, text(Field.TEST_SHARE).get())
                        .values()
                        .get(0))
                .withSplitSeed(TypedNumber.seed(text(Field.SPLIT_SEED).get()).orElseThrow())
                .withNormalization(normalization));
    }

    private List<Double> numbers(Field field) {
        var range = field == Field.MEAN ? ChannelNormalization.MEAN : ChannelNormalization.STD;
        return TypedNumber.list(range, text(field).get(), channels()).values();
    }

    private static String written(List<Double> values) {
        return values.stream().map(NumberText::exact).collect(Collectors.joining(", "));
    }
}
