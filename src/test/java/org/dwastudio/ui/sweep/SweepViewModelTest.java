package org.dwastudio.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dwastudio.config.sweep.SearchStrategy;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.config.yaml.SweepReader;
import org.dwastudio.sweep.KnownSweep;
import org.dwastudio.sweep.SweptFolders;
import org.dwastudio.sweep.Trial;
import org.dwastudio.text.Message;
import org.dwastudio.ui.notice.NextStep;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.sweep.setup.SweepLength;
import org.dwastudio.ui.sweep.work.SweepStanding;
import org.junit.jupiter.api.Test;

class SweepViewModelTest extends SweepCase {
    @Test
    void aSweepRunsToItsEndAndUsesTheTestSplitOnce() {
        model.askForRadius(SweepLength.WHOLE);
        sweeps.allow(5);

        model.start(Locale.ENGLISH);

        SweepStanding end = model.standingProperty().get().orElseThrow();
        assertThat(model.stateProperty().get()).isEqualTo(RunPhase.IDLE);
        assertThat(end.isComplete()).isTrue();
        assertThat(end.analysis().best().map(Trial::key)).contains("3");
        assertThat(end.folder().report()).exists();
        assertThat(notices.shown()).extracting(Notice::key).containsExactly("sweep.notice.done");
        assertThat(end.canTest()).isTrue();

        model.useTestSplit(Locale.ENGLISH);
        model.useTestSplit(Locale.ENGLISH);

        assertThat(sweeps.calls()).containsExactly("test 3");
        assertThat(model.standingProperty().get().orElseThrow().isTested()).isTrue();
        assertThat(model.standingProperty().get().orElseThrow().tests()).isEqualTo(SweptFolders.tests());
    }

    @Test
    void anInterruptedSweepIsOpenedAndContinued() throws Exception {
        Path folder = temp.resolve("interrupted");
        SweptFolders.write(folder, SweptFolders.trials().subList(0, 3), List.of());

        model.open(folder);

        assertThat(model.standingProperty().get().orElseThrow().progress().doneRuns())
                .isEqualTo(6);
        assertThat(model.canContinue()).isTrue();
        sweeps.allow(5);
        model.start(Locale.ENGLISH);
        assertThat(model.standingProperty().get().orElseThrow().isComplete()).isTrue();
        assertThat(model.canContinue()).isFalse();

        model.planAnother();
        assertThat(model.standingProperty().get()).isEmpty();
        assertThat(model.setup().rows()).hasSize(1);
    }

    @Test
    void aSweepOfAKilledWindowIsOfferedAndContinued() throws Exception {
        Path folder = temp.resolve("sweeps").resolve("killed");
        SweptFolders.write(folder, SweptFolders.trials().subList(0, 3), List.of());
        Path lock = Files.writeString(folder.resolve("sweep.lock"), "process 1\n");
        Files.setLastModifiedTime(lock, FileTime.from(CLOCK.instant()));
        model.shownProperty().set(false);

        model.library().offerInterrupted(() -> Locale.ENGLISH);

        Notice offer = notices.shown().get(0);
        assertThat(offer.key()).isEqualTo("sweep.notice.interrupted");
        assertThat(offer.values()).containsExactly("demonstration", "6", "12", folder.toString());
        sweeps.allow(5);
        ((NextStep.Act) offer.offers().get(0).step()).action().run();

        assertThat(model.shownProperty().get()).isTrue();
        assertThat(model.standingProperty().get().orElseThrow().isComplete()).isTrue();
        assertThat(notices.shown()).extracting(Notice::key).containsExactly("sweep.notice.done");

        Files.delete(lock);
        model.library().refresh();
        assertThat(model.library().sweepsProperty().get().value().orElseThrow())
                .extracting(KnownSweep::state)
                .containsExactly(KnownSweep.State.COMPLETE);
    }

    @Test
    void settingsAreSavedAndLoaded() throws Exception {
        model.askForRadius(SweepLength.WHOLE);
        model.setup().strategyProperty().set(SearchStrategy.SOBOL);
        model.setup().trialsProperty().set("8");
        Path file = temp.resolve("saved.yaml");

        model.save(file);
        SweepFile saved = SweepReader.read(file, Map.of());
        model.askForRadius(SweepLength.WHOLE);
        model.open(file);

        assertThat(saved.sweep().trials()).isEqualTo(8);
        assertThat(model.setup().strategyProperty().get()).isEqualTo(SearchStrategy.SOBOL);
        assertThat(model.contentProperty().get().value().map(SweepFile::sweep)).contains(saved.sweep());
    }

    @Test
    void valuesOfATrialComeIntoTheWindowAndUndoTakesThemBack() throws Exception {
        model.open(SweptFolders.write(temp.resolve("done"), SweptFolders.trials(), List.of())
                .root());
        Trial best =
                model.standingProperty().get().orElseThrow().analysis().best().orElseThrow();

        model.trials().useValues(best);
        assertThat(parameters.valueOf(Adjustment.RHO).get()).isEqualTo(0.04);

        parameters.undo();
        assertThat(parameters.valueOf(Adjustment.RHO).get()).isEqualTo(0.015);

        model.trials().openRun(best);
        model.trials().compare(SweptFolders.trials());
        Path runs = temp.resolve("done").resolve("runs");
        assertThat(opened).containsExactly(runs.resolve("0003-seed-" + SweptFolders.SEED));
        assertThat(compared.get(0)).hasSize(4).contains(runs.resolve("preset-seed-" + SweptFolders.SEED));
    }

    @Test
    void aFolderWithoutASweepIsReported() {
        model.open(temp);

        assertThat(notices.shown()).extracting(Notice::key).containsExactly("sweep.notice.open");
        assertThat(Files.exists(temp.resolve("sweeps"))).isFalse();
    }

    @Test
    void valuesAndSeedsAreAddedToASweep() throws Exception {
        model.open(SweptFolders.write(temp.resolve("more"), SweptFolders.trials(), List.of())
                .root());
        model.addition().begin();
        model.setup().seedsProperty().set("9");
        model.addition().cancel();
        assertThat(model.setup().seedsProperty().get()).isEqualTo("3");

        model.addition().begin();
        assertThat(model.setup().fixedProperty().get()).isTrue();
        assertThat(model.addition().canApply()).isFalse();

        model.setup().seedsProperty().set("2");
        assertThat(model.addition().problem().map(Message::english))
                .contains("cannot have fewer seeds than before: 2 instead of 3");
        model.setup().seedsProperty().set("5");
        assertThat(model.addition().runs()).hasValue(8);
        model.addition().apply();

        assertThat(sweeps.calls()).containsExactly("extend 5");
        assertThat(model.addition().activeProperty().get()).isFalse();
        assertThat(model.setup().fixedProperty().get()).isFalse();
    }

    @Test
    void onlyWaitingTrialsAreLeftOut() throws Exception {
        Trial done = SweptFolders.trials().get(2);
        Trial waiting =
                new Trial(Trial.Kind.CANDIDATE, SweptFolders.trials().get(4).candidate(), List.of(), 3);
        model.open(SweptFolders.write(
                        temp.resolve("waiting"), SweptFolders.trials().subList(0, 3), List.of())
                .root());

        model.trials().skip(List.of(done, waiting), true);
        model.trials().skip(List.of(waiting), false);

        assertThat(sweeps.calls()).containsExactly("skip 3");
        assertThat(model.trials().canSkip(done)).isFalse();
    }
}
