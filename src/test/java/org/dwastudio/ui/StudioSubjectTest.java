package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.StageName;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.teacher.ClassComparison;
import org.dwastudio.ui.evaluation.EvaluationViewModel;
import org.dwastudio.ui.fake.FakeEvaluation;
import org.dwastudio.ui.fake.FakeRelabel;
import org.dwastudio.ui.fake.FakeSqueeze;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.relabel.RelabelViewModel;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.stage.StageSummary;
import org.dwastudio.ui.stage.StageSummary.Mark;
import org.dwastudio.ui.teacher.Incompatibility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results belong to a dataset and a run, and leave the window with them. */
class StudioSubjectTest {
    private static final int KINDS = 6;

    private final Messages texts = Messages.in(Language.ENGLISH);
    private ScreenlessStudio studio;

    @BeforeEach
    void open() throws IOException {
        studio = new ScreenlessStudio();
        studio.workspace.parameters().valueOf(SynthesisConfig.IMAGES_PER_CLASS).set(1);
        studio.workspace.parameters().valueOf(SynthesisConfig.ITERATIONS).set(3);
        studio.workspace
                .parameters()
                .evaluationProperty()
                .set(EvaluationConfig.STUDENTS.replacedIn(EvaluationConfig.paper(), 1));
    }

    @AfterEach
    void close() throws IOException {
        studio.close();
    }

    @Test
    void anEvaluationLeavesWithItsDataset() {
        distill();
        evaluate();
        studio.workspace.exports().report(Locale.ENGLISH, studio.home.resolve("report.html"));
        studio.await(() -> studio.workspace.exports().reportedProperty().get().isPresent());
        assertThat(summary(StageName.EVALUATION).mark()).isEqualTo(Mark.DONE);
        assertThat(notices()).contains("notice.reported");

        choose("shapes");

        assertThat(summary(StageName.SYNTHESIS).mark()).isEqualTo(Mark.WAITING);
        assertThat(summary(StageName.EVALUATION).mark()).isEqualTo(Mark.WAITING);
        assertThat(summary(StageName.EVALUATION).text()).isEqualTo("students");
        assertThat(evaluation().resultsProperty().get()).isEmpty();
        assertThat(evaluation().progress().placeProperty().get()).isEmpty();
        assertThat(evaluation().progress().stepsPerSecondProperty().get()).isEmpty();
        assertThat(evaluation().evaluated().runProperty().get()).isEmpty();
        assertThat(studio.workspace.exports().reportedProperty().get()).isEmpty();
        assertThat(studio.workspace.exports().sourceProperty().get()).isEmpty();
        assertThat(notices()).doesNotContain("notice.reported", "evaluation.notice.finished");
    }

    @Test
    void storedLabelsLeaveWithTheirDatasetAndItsRun() {
        studio.workspace
                .parameters()
                .evaluationProperty()
                .set(EvaluationConfig.EPOCHS.replacedIn(EvaluationConfig.paper(), 1));
        distill();
        studio.workspace.stages().start(StageName.RELABEL);
        studio.engine.allow(FakeRelabel.STEPS);
        studio.await(() -> studio.workspace.stages().stateProperty().get() == RunPhase.IDLE);
        RelabelViewModel relabel = studio.studio.relabeling().relabel();
        assertThat(summary(StageName.RELABEL)).isEqualTo(new StageSummary(Mark.DONE, "1 kB stored"));
        assertThat(relabel.progress().placeProperty().get()).isPresent();

        choose("shapes");

        assertThat(summary(StageName.RELABEL)).isEqualTo(new StageSummary(Mark.WAITING, "on the fly"));
        assertThat(relabel.keptProperty().get().value()).isEmpty();
        assertThat(relabel.progress().placeProperty().get()).isEmpty();
        assertThat(relabel.progress().stepsPerSecondProperty().get()).isEmpty();
        assertThat(notices()).doesNotContain("relabel.notice.finished");
    }

    @Test
    void everyStageReportsWhenItWasSaved() {
        studio.workspace
                .parameters()
                .evaluationProperty()
                .set(EvaluationConfig.EPOCHS.replacedIn(
                        EvaluationConfig.STUDENTS.replacedIn(EvaluationConfig.paper(), 1), 1));
        distill();
        for (StageName stage : List.of(StageName.RELABEL, StageName.EVALUATION)) {
            assertThat(saved(stage)).as(stage.key()).isEmpty();
            studio.workspace.stages().start(stage);
            studio.engine.allow(KINDS * FakeEvaluation.STEPS);
            studio.await(() -> studio.workspace.stages().stateProperty().get() == RunPhase.IDLE);
            assertThat(saved(stage)).as(stage.key()).contains(Instant.parse("2026-11-23T15:31:00Z"));
        }
        assertThat(saved(StageName.EXPORT)).isEmpty();
        Instant before = Instant.now();
        studio.workspace.exports().report(Locale.ENGLISH, studio.home.resolve("report.html"));
        studio.await(() -> studio.workspace.exports().reportedProperty().get().isPresent());
        assertThat(saved(StageName.EXPORT))
                .hasValueSatisfying(at -> assertThat(at).isBetween(before, Instant.now()));
    }

    private Optional<Instant> saved(StageName stage) {
        return studio.workspace
                .stages()
                .pages()
                .of(stage)
                .status()
                .motion(texts)
                .saved();
    }

    @Test
    void anotherLookAtTheSameDatasetIsAnotherSubject() {
        distill();
        DatasetConfig dataset = studio.workspace.parameters().datasetProperty().get();

        studio.workspace.parameters().datasetProperty().set(dataset.withImageSize(14));

        assertThat(summary(StageName.SYNTHESIS).mark()).isEqualTo(Mark.WAITING);
        assertThat(studio.studio.synthesis().run().folderProperty().get()).isEmpty();
    }

    @Test
    void whileAnotherRunContinuesNoPageShowsTheLastOne() {
        distill();
        evaluate();

        studio.workspace.stages().start(StageName.SYNTHESIS);

        assertThat(summary(StageName.EVALUATION).mark()).isEqualTo(Mark.WAITING);
        assertThat(evaluation().progress().placeProperty().get()).isEmpty();
        assertThat(studio.studio.synthesis().progress().speedProperty().get()).isEmpty();
        assertThat(studio.workspace.exports().sourceProperty().get()).isEmpty();
    }

    @Test
    void aTrainedTeacherLeavesWithItsDataset() {
        studio.workspace
                .parameters()
                .squeezeProperty()
                .set(SqueezeConfig.paper().withEpochs(1));
        studio.workspace.stages().start(StageName.SQUEEZE);
        studio.engine.allow(FakeSqueeze.STEPS_PER_EPOCH);
        studio.await(() ->
                studio.studio.squeezing().squeeze().trainedProperty().get().isPresent());
        assertThat(studio.studio.squeezing().squeeze().curves().trainingLoss().size())
                .isPositive();

        choose("shapes");

        assertThat(studio.studio.squeezing().squeeze().trainedProperty().get()).isEmpty();
        assertThat(studio.studio.squeezing().squeeze().curves().trainingLoss().size())
                .isZero();
        assertThat(studio.studio.squeezing().squeeze().bestAccuracyProperty().get())
                .isEmpty();
    }

    @Test
    void theDatasetStaysWhileAnyStageUsesIt() {
        studio.workspace.stages().start(StageName.SQUEEZE);

        choose("shapes");

        assertThat(studio.workspace.parameters().datasetProperty().get().source())
                .isEqualTo(DatasetConfig.BUNDLED);
        assertThat(notices()).contains("dataset.notice.busy");
    }

    @Test
    void aRunThatIsNotTheOneOnTheGridIsMarkedAsAnother() throws IOException {
        distill();
        evaluate();
        Path evaluated = evaluation().evaluated().runProperty().get().orElseThrow();
        // The next run gets a folder of its own.
        Files.createDirectories(evaluated);
        distill();
        assertThat(evaluation().evaluated().runProperty().get()).isNotEqualTo(Optional.of(evaluated));

        evaluation().evaluated().show(evaluated);
        studio.await(() -> evaluation().resultsProperty().get().isPresent());

        assertThat(summary(StageName.EVALUATION))
                .isEqualTo(new StageSummary(Mark.WAITING, "other run: 80.0 % distilled"));
    }

    @Test
    void anOfferToResumeOutlivesTheDataset() {
        studio.workspace.notices().add(Notice.offering("notice.open.busy", "notice.interrupted.resume", () -> {}));
        choose("shapes");

        assertThat(notices()).contains("notice.open.busy");
    }

    @Test
    void theInspectorAsksTheTeacherOfTheRun() {
        distill();
        int asked = studio.engine.teachers().asked().size();
        studio.workspace.parameters().useTeacher(new TeacherConfig("/other.safetensors", Optional.empty()));

        studio.studio.synthesis().images().selectedProperty().set(new Tile(0, 0));

        assertThat(studio.engine.teachers().asked()).hasSize(asked + 1).last().satisfies(teacher -> assertThat(
                        teacher.weights())
                .isEqualTo(TeacherConfig.BUNDLED));
    }

    @Test
    void aTeacherOfOtherClassesHasNoTickAndNoAccuracyHere() {
        studio.await(() -> summary(StageName.SQUEEZE).mark() == Mark.DONE);
        assertThat(summary(StageName.SQUEEZE).text()).isEqualTo("92.1 % test accuracy");
        studio.engine.teachers().compareAs(ClassComparison.Result.OTHER);

        studio.workspace
                .parameters()
                .datasetProperty()
                .set(studio.workspace.parameters().datasetProperty().get().withImageSize(28));
        studio.await(() -> incompatibility().isPresent());

        assertThat(incompatibility()).hasValueSatisfying(found -> {
            assertThat(found.kind()).isEqualTo(Incompatibility.Kind.OTHER_CLASSES);
            assertThat(found.trainedOn()).isEqualTo("Fashion-MNIST");
        });
        assertThat(summary(StageName.SQUEEZE).mark()).isEqualTo(Mark.WAITING);
        assertThat(studio.workspace.teachers().compatibility().doesBundledTeacherFit())
                .isTrue();
        assertThat(studio.workspace.stages().pages().of(StageName.SQUEEZE).isNeeded())
                .isTrue();
    }

    private Optional<Incompatibility> incompatibility() {
        return studio.workspace
                .teachers()
                .compatibility()
                .incompatibilityProperty()
                .get();
    }

    private EvaluationViewModel evaluation() {
        return studio.studio.students().evaluation();
    }

    private void choose(String name) {
        studio.workspace.datasets().choice().choose(studio.home.resolve(name));
    }

    private void distill() {
        studio.workspace.stages().start(StageName.SYNTHESIS);
        studio.engine.allow(3);
        studio.await(() -> studio.workspace.stages().stateProperty().get() == RunPhase.IDLE);
        assertThat(summary(StageName.SYNTHESIS).mark()).isEqualTo(Mark.DONE);
    }

    private void evaluate() {
        studio.workspace.stages().start(StageName.EVALUATION);
        studio.engine.allow(KINDS * FakeEvaluation.STEPS);
        studio.await(() -> studio.workspace.stages().stateProperty().get() == RunPhase.IDLE);
    }

    private StageSummary summary(StageName stage) {
        return studio.workspace.stages().pages().of(stage).status().summary(texts);
    }

    private List<String> notices() {
        return studio.workspace.notices().shown().stream().map(Notice::key).toList();
    }
}
