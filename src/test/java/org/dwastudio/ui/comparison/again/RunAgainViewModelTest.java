package org.dwastudio.ui.comparison.again;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.comparison.ComparedFolders;
import org.dwastudio.stage.comparison.Comparison;
import org.dwastudio.stage.comparison.DifferingSetting;
import org.dwastudio.ui.comparison.again.RunAgainViewModel.StartPhase;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.setting.SettingField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunAgainViewModelTest {
    private static final String RHO = "synthesis.rho";

    @TempDir
    private Path parent;

    private final List<Experiment> used = new ArrayList<>();
    private final List<Experiment> startedExperiments = new ArrayList<>();
    private final List<Experiment> queued = new ArrayList<>();
    private final List<Experiment> estimated = new ArrayList<>();
    private final CompletableFuture<StageEstimate> estimate = new CompletableFuture<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private ComparedFolders folders;
    private RunAgainViewModel model;

    @BeforeEach
    void begin() {
        folders = new ComparedFolders(parent);
        SynthesisStarter window = new SynthesisStarter(
                used::add,
                experiment -> {
                    startedExperiments.add(experiment);
                    return busy.get() ? Optional.empty() : Optional.of(parent.resolve("new"));
                },
                queued::add,
                experiment -> {
                    estimated.add(experiment);
                    return estimate;
                },
                busy,
                loaded);
        model = new RunAgainViewModel(window, new Threads(Runnable::run, Runnable::run, () -> 0));
    }

    @Test
    void theSettingsThatDifferAreOfferedBetweenNameAndSeed() throws IOException, ConfigException {
        List<SettingField> fields = open(ComparedFolders.experiment("two", 0.1));

        assertThat(fields).extracting(SettingField::key).containsExactly("name", RHO, "seed");
        assertThat(fields).extracting(field -> field.textProperty().get()).startsWith("two", "0.1");
        assertThat(model.experimentProperty().get()).contains(ComparedFolders.experiment("two", 0.1));
    }

    @Test
    void anEditedValueIsQueuedWhileAStageIsActive() throws IOException, ConfigException {
        busy.set(true);
        List<SettingField> fields = open(ComparedFolders.experiment("two", 0.1));
        fields.get(1).textProperty().set("0.2");

        assertThat(model.queue()).isTrue();

        assertThat(queued).containsExactly(ComparedFolders.experiment("two", 0.2));
        fields.get(1).textProperty().set("fast");
        assertThat(model.queue()).isFalse();
        assertThat(queued).hasSize(1);
    }

    @Test
    void anEditedValueStartsARunWithIt() throws IOException, ConfigException {
        List<SettingField> fields = open(ComparedFolders.experiment("two", 0.1));
        fields.get(0).textProperty().set("larger");
        fields.get(1).textProperty().set(" 0.2 ");
        fields.get(2).textProperty().set("77");

        assertThat(model.start()).isTrue();

        assertThat(startedExperiments)
                .containsExactly(ComparedFolders.experiment("larger", 0.2).withSeed(77));
        assertThat(model.phaseProperty().get()).isEqualTo(StartPhase.STARTING);
        assertThat(model.startedProperty().get()).isEmpty();
        loaded.set(true);
        assertThat(model.phaseProperty().get()).isEqualTo(StartPhase.NONE);
        assertThat(model.startedProperty().get())
                .contains(new StartedRun(parent.resolve("new"), parent.resolve("two")));
    }

    @Test
    void aValueThatIsNotAllowedIsExplainedAtItsSettingAndNothingStarts() throws IOException, ConfigException {
        List<SettingField> fields = open(ComparedFolders.experiment("two", 0.1));

        fields.get(1).textProperty().set("large");

        assertThat(fields.get(1).problemProperty().get().orElseThrow().english())
                .contains("large");
        assertThat(fields.get(2).problemProperty().get()).isEmpty();
        assertThat(model.start()).isFalse();
        assertThat(model.use()).isFalse();
        assertThat(startedExperiments).isEmpty();

        fields.get(1).textProperty().set("0.2");
        assertThat(fields.get(1).problemProperty().get()).isEmpty();
        assertThat(model.experimentProperty().get()).isPresent();
    }

    @Test
    void changesByHandAreRepeatedUnlessTheirSettingIsEdited() throws IOException, ConfigException {
        Experiment tuned = ComparedFolders.experiment("two", 0.1);
        List<TuningChange> changes = List.of(new TuningChange(1, 1, Adjustment.RHO, 0.1, 0.3));
        List<SettingField> fields = open(tuned.withTuning(changes));
        assertThat(model.experimentProperty().get().orElseThrow().tuning()).isEqualTo(changes);

        fields.get(2).textProperty().set("5");
        assertThat(model.experimentProperty().get().orElseThrow().tuning()).isEqualTo(changes);

        fields.get(1).textProperty().set("0.2");
        assertThat(model.experimentProperty().get().orElseThrow().tuning()).isEmpty();
    }

    @Test
    void theValuesAreUsedWithoutAStartUnlessAStageIsActive() throws IOException, ConfigException {
        open(ComparedFolders.experiment("two", 0.1));
        assertThat(model.use()).isTrue();
        assertThat(used).containsExactly(ComparedFolders.experiment("two", 0.1));
        assertThat(startedExperiments).isEmpty();

        busy.set(true);
        assertThat(model.use()).isFalse();
        assertThat(model.start()).isFalse();
    }

    @Test
    void aRunThatEndsBeforeItHasReadItsInputsIsReported() throws IOException, ConfigException {
        open(ComparedFolders.experiment("two", 0.1));
        model.start();
        busy.set(true);
        busy.set(false);

        assertThat(model.phaseProperty().get()).isEqualTo(StartPhase.FAILED);
        assertThat(model.startedProperty().get()).isEmpty();
    }

    @Test
    void theEstimateBelongsToTheEditedExperimentAndIsNotShownOnceClosed() throws IOException, ConfigException {
        List<SettingField> fields = open(ComparedFolders.experiment("two", 0.1));
        fields.get(1).textProperty().set("0.2");
        assertThat(estimated).containsExactly(ComparedFolders.experiment("two", 0.1));

        estimate.complete(new StageEstimate(10, 0.5, 1, 1, OptionalLong.empty(), OptionalInt.empty()));
        assertThat(estimated)
                .containsExactly(ComparedFolders.experiment("two", 0.1), ComparedFolders.experiment("two", 0.2));
        assertThat(model.estimate()
                        .estimateProperty()
                        .get()
                        .value()
                        .orElseThrow()
                        .seconds())
                .isEqualTo(5);

        model.close();
        fields.get(1).textProperty().set("0.3");
        assertThat(estimated).hasSize(2);
    }

    private List<SettingField> open(Experiment experiment) throws IOException, ConfigException {
        Comparison comparison =
                Comparison.read(List.of(folders.run(ComparedFolders.experiment("one", 0)), folders.run(experiment)));
        return model.open(
                comparison.runs().get(1),
                comparison.settings().stream().map(DifferingSetting::key).toList());
    }
}
