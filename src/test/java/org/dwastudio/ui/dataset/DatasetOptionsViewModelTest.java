package org.dwastudio.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.DatasetConfig.Color;
import org.dwastudio.config.HeldOut;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.config.Stress;
import org.dwastudio.config.Stress.Corruption;
import org.dwastudio.config.Stress.LabelNoiseKind;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.ui.dataset.DatasetOptionsViewModel.Field;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.screen.LoadState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetOptionsViewModelTest {
    private final ObjectProperty<DatasetConfig> dataset = new SimpleObjectProperty<>(new DatasetConfig("photographs"));
    private final ObjectProperty<Boolean> busy = new SimpleObjectProperty<>(false);
    private final DatasetChoiceViewModel choice =
            new DatasetChoiceViewModel(dataset, busy, Runnable::run, Runnable::run, new Notices());
    private final ObjectProperty<LoadState<DatasetSummary>> facts =
            new SimpleObjectProperty<>(LoadState.of(new DatasetSummary(
                    "photographs",
                    List.of("cat", "dog"),
                    3,
                    32,
                    8,
                    2,
                    new ImageBatch(0, 32, 32, 3, new byte[0]),
                    true)));
    private final DatasetOptionsViewModel model = new DatasetOptionsViewModel(choice, facts);

    @Test
    void whatIsTypedIsTakenTogetherWhenItIsApplied() {
        model.text(Field.IMAGE_SIZE).set("64");
        model.text(Field.TEST_SHARE).set("0.25");
        model.text(Field.SPLIT_SEED).set("-7");
        model.colorProperty().set(Color.GRAY);
        model.givenProperty().set(true);
        model.text(Field.MEAN).set("0.5");
        model.text(Field.STD).set("0.25");
        assertThat(dataset.get()).isEqualTo(new DatasetConfig("photographs"));

        model.apply();

        assertThat(dataset.get())
                .isEqualTo(new DatasetConfig(
                        "photographs",
                        64,
                        Color.GRAY,
                        0.25,
                        -7,
                        Optional.of(new ChannelNormalization(List.of(0.5), List.of(0.25)))));
        assertThat(model.canApply()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "IMAGE_SIZE, 1025, dataset.options.problem.range",
        "IMAGE_SIZE, 31.5, dataset.options.problem.whole",
        "IMAGE_SIZE, large, dataset.options.problem.number",
        "HELD_OUT_SHARE, 0.51, dataset.options.problem.range",
        "IMBALANCE, 0.5, dataset.options.problem.range",
        "LABEL_NOISE, 0.95, dataset.options.problem.range",
        "CORRUPTION_LEVEL, 2.5, dataset.options.problem.whole",
        "TEST_SHARE, 0, dataset.options.problem.range",
        "TEST_SHARE, '', dataset.options.problem.empty",
        "SPLIT_SEED, 1.5, dataset.options.problem.seed",
        "MEAN, '0.5, 0.5', dataset.options.problem.count",
        "MEAN, '0.5, 0.5, 1.5', dataset.options.problem.range",
        "STD, '0.2 0.2 0', dataset.options.problem.range"
    })
    void wrongTextsSayWhyAndCannotBeApplied(Field field, String text, String key) {
        model.givenProperty().set(true);
        model.text(Field.MEAN).set("0.5, 0.5, 0.5");
        model.text(Field.STD).set("0.2, 0.2, 0.2");
        assertThat(model.canApply()).isTrue();

        model.text(field).set(text);

        assertThat(model.problemOf(field)).map(OptionProblem::key).contains(key);
        assertThat(model.canApply()).isFalse();
        model.apply();
        assertThat(dataset.get()).isEqualTo(new DatasetConfig("photographs"));
    }

    @Test
    void heldOutImagesAndStressAreAppliedTogether() {
        assertThat(model.isStressed()).isFalse();
        model.text(Field.HELD_OUT_SHARE).set("0.2");
        model.text(Field.IMBALANCE).set("10");
        model.text(Field.LABEL_NOISE).set("0.3");
        model.text(Field.CORRUPTION_LEVEL).set("5");
        model.training().scoredOnProperty().set(ScoredOn.HELD_OUT);
        model.training().labelNoiseKindProperty().set(LabelNoiseKind.NEIGHBOR);
        model.training().corruptionProperty().set(Corruption.JPEG);

        model.apply();

        assertThat(dataset.get())
                .isEqualTo(new DatasetConfig("photographs")
                        .withHeldOut(new HeldOut(0.2, ScoredOn.HELD_OUT))
                        .withStress(new Stress(10, 0.3, LabelNoiseKind.NEIGHBOR, Corruption.JPEG, 5)));
        assertThat(model.isStressed()).isTrue();
        dataset.set(new DatasetConfig("others"));
        assertThat(model.training().scoredOnProperty().get()).isEqualTo(ScoredOn.TEST);
        assertThat(model.training().corruptionProperty().get()).isEqualTo(Corruption.NONE);
        assertThat(model.text(Field.IMBALANCE).get()).isEqualTo("1");
    }

    @Test
    void heldOutImagesCannotBeScoredWithoutAShare() {
        model.training().scoredOnProperty().set(ScoredOn.HELD_OUT);

        assertThat(model.problemOf(Field.HELD_OUT_SHARE))
                .contains(new OptionProblem("dataset.options.problem.heldOut", List.of("0.5")));
        assertThat(model.canApply()).isFalse();
        model.text(Field.HELD_OUT_SHARE).set("0.1");
        assertThat(model.canApply()).isTrue();
    }

    @Test
    void fullWidthDigitsAreNumbersToo() {
        model.text(Field.IMAGE_SIZE).set("６４");
        model.apply();
        assertThat(dataset.get().imageSize()).isEqualTo(64);
    }

    @Test
    void deviationsAreAsManyAsMeansWhereTheColorIsNotKnown() {
        facts.set(LoadState.waiting());
        model.givenProperty().set(true);
        model.text(Field.MEAN).set("0.5");
        model.text(Field.STD).set("0.2, 0.2, 0.2");
        assertThat(model.problemOf(Field.STD)).map(OptionProblem::key).contains("dataset.options.problem.count");

        model.text(Field.STD).set("0.2");
        assertThat(model.canApply()).isTrue();
    }

    @Test
    void nothingIsAppliedWhileARunIsRunning() {
        busy.set(true);
        model.text(Field.IMAGE_SIZE).set("64");
        model.apply();
        assertThat(dataset.get().imageSize()).isZero();
    }

    @Test
    void anotherDatasetReplacesWhatWasTyped() {
        model.text(Field.IMAGE_SIZE).set("large");
        dataset.set(new DatasetConfig("others").withImageSize(48));
        assertThat(model.text(Field.IMAGE_SIZE).get()).isEqualTo("48");
    }
}
