package org.dwastudio.ui.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Initialization.StartImages;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.junit.jupiter.api.Test;

class ParametersViewModelTest {
    private final ParametersViewModel model = new ParametersViewModel(SynthesisPresets.demonstration());

    @Test
    void itShowsTheExperimentItBeganWith() {
        assertThat(model.experiment()).isEqualTo(SynthesisPresets.demonstration());
        assertThat(model.changedCountBinding().get()).isZero();
        assertThat(model.history().canUndoProperty().get()).isFalse();
    }

    @Test
    void everyParameterGoesIntoTheExperiment() {
        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            model.valueOf(parameter).set(parameter.range().max());
        }
        SynthesisConfig config = model.experiment().synthesis();
        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            assertThat(parameter.in(config)).isEqualTo(parameter.range().max());
        }
        assertThat(model.changedCountBinding().get())
                .isEqualTo(SynthesisSettings.parameters().size());
    }

    @Test
    void undoAndRedoWalkThroughEveryChange() {
        model.valueOf(Adjustment.RHO).set(0.1);
        model.choices().startProperty().set(StartImages.NOISE);
        model.seedProperty().set(9);

        model.undo();
        assertThat(model.seedProperty().get()).isEqualTo(42);
        model.undo();
        assertThat(model.choices().startProperty().get()).isEqualTo(StartImages.REAL);
        model.undo();
        assertThat(model.experiment()).isEqualTo(SynthesisPresets.demonstration());
        assertThat(model.history().canUndoProperty().get()).isFalse();

        model.redo();
        model.redo();
        model.redo();
        assertThat(model.valueOf(Adjustment.RHO).get()).isEqualTo(0.1);
        assertThat(model.seedProperty().get()).isEqualTo(9);
        assertThat(model.history().canRedoProperty().get()).isFalse();
    }

    @Test
    void aDragIsOneChange() {
        model.draggedProperty().set(Optional.of(Adjustment.RHO));
        for (int i = 1; i <= 20; i++) {
            model.valueOf(Adjustment.RHO).set(i / 100.0);
        }
        model.draggedProperty().set(Optional.empty());

        model.undo();

        assertThat(model.valueOf(Adjustment.RHO).get()).isEqualTo(0.015);
        assertThat(model.history().canUndoProperty().get()).isFalse();
    }

    @Test
    void anotherPresetReplacesTheValuesAndKeepsTheSeed() {
        model.seedProperty().set(5);
        SynthesisPresets.Preset sre2l = SynthesisPresets.all().stream()
                .filter(preset -> preset.key().equals("sre2l"))
                .findFirst()
                .orElseThrow();

        model.choosePreset(sre2l);

        assertThat(model.experiment().synthesis()).isEqualTo(sre2l.synthesis());
        assertThat(model.experiment().seed()).isEqualTo(5);
        assertThat(model.changedCountBinding().get()).isZero();
        model.undo();
        assertThat(model.experiment().synthesis())
                .isEqualTo(SynthesisPresets.demonstration().synthesis());
    }

    @Test
    void anOpenedExperimentIsComparedWithTheNearestPreset() {
        model.load(SynthesisPresets.demonstration()
                .withSynthesis(SynthesisConfig.sre2l().withIterations(500)));

        assertThat(model.presetProperty().get().key()).isEqualTo("sre2l");
        assertThat(model.changedCountBinding().get()).isEqualTo(1);
    }

    @Test
    void recordedChangesOfAnOpenedExperimentAreRepeatedUntilAPresetIsChosen() {
        TuningChange change = new TuningChange(2, 7, Adjustment.RHO, 0.015, 0.02);
        Experiment experiment = SynthesisPresets.demonstration().withTuning(List.of(change));

        model.load(experiment);
        assertThat(model.experiment()).isEqualTo(experiment);

        model.resetToPreset();
        assertThat(model.experiment().tuning()).isEmpty();
    }

    @Test
    void theNextRunHasTheTypedNameOrElseThatOfTheOpenedExperimentOrTheChosenDataset() {
        assertThat(model.name().current()).isEqualTo("demonstration");

        DatasetConfig photographs = model.datasetProperty().get().withSource("/data/photographs");
        model.datasetProperty().set(photographs);
        assertThat(model.experiment().name()).isEqualTo("photographs");

        model.name().typedProperty().set("first trial");
        assertThat(model.experiment().name()).isEqualTo("first trial");

        model.undo();
        assertThat(model.experiment().name()).isEqualTo("photographs");
        model.redo();
        assertThat(model.experiment().name()).isEqualTo("first trial");

        model.load(SynthesisPresets.demonstration().withName("opened"));
        assertThat(model.experiment().name()).isEqualTo("opened");
    }
}
