package org.dwastudio.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.sweep.SearchStrategy;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.config.yaml.SweepReader;
import org.dwastudio.run.RunFolders;
import org.dwastudio.sweep.KnownSweep;
import org.dwastudio.sweep.SweepCost;
import org.dwastudio.sweep.SweptFolders;
import org.dwastudio.sweep.Trial;
import org.dwastudio.text.Message;
import org.dwastudio.ui.fake.FakeSweeps;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.NextStep;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.sweep.setup.SweepLength;
import org.dwastudio.ui.sweep.setup.SweptRow;
import org.dwastudio.ui.sweep.setup.SweptSetting;
import org.dwastudio.ui.sweep.work.SweepStanding;
import org.dwastudio.ui.sweep.work.SweepWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepViewModelTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T15:31:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path temp;

    private final Notices notices = new Notices();
    private final FakeSweeps sweeps = new FakeSweeps();
    private final ParametersViewModel parameters = new ParametersViewModel(SynthesisPresets.demonstration());
    private final List<Path> opened = new ArrayList<>();
    private final List<List<Path>> compared = new ArrayList<>();
    private SweepViewModel model;

    @BeforeEach
    void create() {
        Threads threads = new Threads(Runnable::run, Runnable::run, () -> 0);
        SweepWork work = new SweepWork(sweeps, Runnable::run, threads, notices);
        model = new SweepViewModel(
                work,
                compared::add,
                new SweepViewModel.Dependencies(
                        new SweptExperiment(parameters, parameters::load, opened::add),
                        work.stateProperty(),
                        new RunFolders(temp.resolve("sweeps"), CLOCK),
                        sweeps,
                        Runnable::run,
                        threads,
                        notices));
        model.show();
    }

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
        assertThat(model.contentProperty().get().value().orElseThrow().experiment().name())
                .isEqualTo("rho");

        model.setup().add(model.experiment());
        model.setup()
                .choose(
                        model.setup().rows().get(1), SweptSetting.of("synthesis.ascentSteps"), model.experiment());
        assertThat(model.setup().proposedName()).isEqualTo("rho-ascentSteps");

        model.setup().nameProperty().set(" radius and steps ");
        assertThat(model.contentProperty().get().value().orElseThrow().experiment().name())
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
