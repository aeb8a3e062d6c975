package org.dwastudio.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.sweep.SweepCost;
import org.dwastudio.text.Message;
import org.dwastudio.ui.sweep.setup.SweepLength;
import org.dwastudio.ui.sweep.setup.SweptRow;
import org.dwastudio.ui.sweep.setup.SweptSetting;
import org.junit.jupiter.api.Test;

class SweepSettingsTest extends SweepCase {
    @Test
    void theQuestionForTheRadiusIsReadyToStart() {
        assertThat(model.canStart()).isFalse();

        model.askForRadius(SweepLength.WHOLE);

        SweptRow row = model.setup().rows().get(0);
        assertThat(row.listedProperty().get()).isTrue();
        assertThat(row.valuesProperty().get()).isEqualTo("0, 0.00375, 0.00945, 0.0238, 0.06");
        assertThat(row.levelsProperty().get()).containsExactly("0", "0.00375", "0.00945", "0.0238", "0.06");
        SweepFile content = model.contentProperty().get().value().orElseThrow();
        assertThat(content.sweep().seeds()).isEqualTo(3);
        assertThat(content.experiment()).isEqualTo(parameters.experiment().withName("rho"));
        assertThat(model.costProperty().get().value()).contains(new SweepCost(18, 720, 410_000_000, 216_000_000));
        assertThat(model.canStart()).isTrue();
    }

    @Test
    void aListBecomesARangeBetweenItsNumbersAndBack() {
        model.askForRadius(SweepLength.WHOLE);
        SweptRow row = model.setup().rows().get(0);

        row.listedProperty().set(false);
        assertThat(row.fromProperty().get()).isEqualTo("0.00375");
        assertThat(row.toProperty().get()).isEqualTo("0.06");
        assertThat(row.logarithmicProperty().get()).isTrue();
        assertThat(row.levelsProperty().get()).containsExactly("0.00375", "0.00945", "0.0238", "0.06");

        row.fromProperty().set("0");
        assertThat(row.problemProperty().get().map(Message::english).orElseThrow())
                .contains("0 has no place on a logarithmic scale", "list the values");
    }

    @Test
    void aQuickLookKeepsASynthesisWithoutIterations() {
        Experiment plain = SynthesisPresets.demonstration();
        Experiment unchanged = plain.withSynthesis(plain.synthesis().withIterations(0));

        assertThat(SweepLength.QUICK.of(unchanged).synthesis().iterations()).isZero();
    }

    @Test
    void aQuickLookIsOfferedNextToTheWholeQuestionWithItsCost() {
        assertThat(model.offersProperty().get().value().orElseThrow())
                .containsEntry(SweepLength.WHOLE, new SweepCost(18, 720, 410_000_000, 216_000_000))
                .containsEntry(SweepLength.QUICK, new SweepCost(6, 720, 410_000_000, 216_000_000));

        model.askForRadius(SweepLength.QUICK);

        SweepFile content = model.contentProperty().get().value().orElseThrow();
        assertThat(content.sweep().seeds()).isEqualTo(1);
        assertThat(content.sweep().parameters().get(0).levels()).hasSize(5).startsWith("0");
        Experiment whole = parameters.experiment();
        assertThat(content.experiment().synthesis().iterations())
                .isEqualTo(whole.synthesis().iterations() / 4);
        assertThat(content.experiment().evaluation().epochs())
                .isEqualTo(whole.evaluation().epochs() / 4);
        assertThat(content.experiment().evaluation().students()).isEqualTo(1);

        model.setup().lengthProperty().set(SweepLength.WHOLE);
        assertThat(model.contentProperty().get().value().orElseThrow().experiment())
                .isEqualTo(whole.withName("rho"));
    }

    @Test
    void aSweepIsNamedAfterWhatVariesAndNotAfterTheShownRun() {
        parameters.load(parameters.experiment().withName("radius-3"));
        model.askForRadius(SweepLength.WHOLE);
        assertThat(model.contentProperty()
                        .get()
                        .value()
                        .orElseThrow()
                        .experiment()
                        .name())
                .isEqualTo("rho");

        model.setup().add(model.experiment());
        model.setup().choose(model.setup().rows().get(1), SweptSetting.of("synthesis.ascentSteps"), model.experiment());
        assertThat(model.setup().proposedName()).isEqualTo("rho-ascentSteps");

        model.setup().nameProperty().set(" radius and steps ");
        assertThat(model.contentProperty()
                        .get()
                        .value()
                        .orElseThrow()
                        .experiment()
                        .name())
                .isEqualTo("radius and steps");
    }

    @Test
    void whatIsWrongStandsNextToItsField() {
        model.askForRadius(SweepLength.WHOLE);
        SweptRow row = model.setup().rows().get(0);
        row.listedProperty().set(false);

        row.toProperty().set("0.001");
        assertThat(row.problemProperty().get().map(Message::english)).contains("0.001 must be above from, 0.00375");
        assertThat(model.canStart()).isFalse();

        row.toProperty().set("0,7");
        assertThat(row.problemProperty().get().map(Message::english).orElseThrow())
                .contains("0.7", "0 to 0.5");

        row.toProperty().set("0,1");
        assertThat(row.problemProperty().get()).isEmpty();
        assertThat(model.canStart()).isTrue();

        model.setup().seedsProperty().set("many");
        assertThat(model.setup().problemsProperty().get()).containsOnlyKeys("seeds");
    }

    @Test
    void rowsAreAddedChosenAndRemoved() {
        model.askForRadius(SweepLength.WHOLE);
        model.setup().add(model.experiment());
        SweptRow second = model.setup().rows().get(1);
        model.setup().choose(second, SweptSetting.of("synthesis.ascentSteps"), model.experiment());
        second.listedProperty().set(true);
        second.valuesProperty().set("6, 12, 24");

        SweepFile content = model.contentProperty().get().value().orElseThrow();
        assertThat(content.sweep().parameters())
                .extracting(one -> one.key())
                .containsExactly("synthesis.rho", "synthesis.ascentSteps");
        assertThat(content.sweep().parameters().get(1).levels()).containsExactly("6", "12", "24");
        assertThat(content.sweep().combinations()).isEqualTo(15);

        model.setup().remove(second);
        assertThat(model.contentProperty().get().value().orElseThrow().sweep().combinations())
                .isEqualTo(5);
    }

    @Test
    void aSweepOfMoreThanAnHourIsConfirmed() {
        sweeps.take(3600);
        model.askForRadius(SweepLength.WHOLE);
        assertThat(model.costToConfirm()).isEmpty();

        sweeps.take(3601);
        model.askForRadius(SweepLength.WHOLE);
        assertThat(model.costToConfirm().map(SweepCost::seconds)).contains(3601.0);
    }

    @Test
    void emptyAndRepeatedValuesAreNamed() {
        model.askForRadius(SweepLength.WHOLE);
        SweptRow row = model.setup().rows().get(0);
        row.listedProperty().set(false);
        row.fromProperty().set("");
        assertThat(row.problemProperty().get().map(Message::english)).contains("Fill in all fields of this setting.");
        row.fromProperty().set("abc");
        assertThat(row.problemProperty().get().map(Message::english).orElseThrow())
                .endsWith("is not a number");

        row.listedProperty().set(true);
        row.valuesProperty().set("0.01, 0.01");
        assertThat(row.problemProperty().get().map(Message::english))
                .contains("0.01 is listed twice; list every value once");

        model.setup().seedsProperty().set(" ");
        assertThat(Objects.requireNonNull(model.setup().problemsProperty().get().get("seeds"))
                        .english())
                .isEqualTo("Fill in a number.");
    }
}
