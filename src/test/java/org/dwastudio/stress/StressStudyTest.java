package org.dwastudio.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.Stress;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.engine.standard.EngineScope;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.stage.request.StageRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StressStudyTest {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final EngineScope scope = new EngineScope();

    private static Experiment experiment() {
        Experiment demonstration = SynthesisPresets.demonstration();
        SynthesisConfig synthesis = demonstration.synthesis().withImagesPerClass(1).withIterations(2);
        EvaluationConfig evaluation = EvaluationConfig.EPOCHS.replacedIn(
                EvaluationConfig.STUDENTS.replacedIn(demonstration.evaluation(), 1), 1);
        return demonstration.withSynthesis(synthesis).withEvaluation(evaluation.withNetwork(network -> network
                .withArchitecture("convnet3")
                .withWidth(8)));
    }

    private static StressLevel level(double imbalance) {
        Experiment base = experiment();
        Experiment changed = base.withDataset(
                base.dataset().withStress(Stress.none().withImbalance(imbalance)));
        return new StressLevel("dataset.imbalance", Double.toString(imbalance), changed, changed.equals(base));
    }

    /** Runner that stops one of the stages and notes which stages are started. */
    private final class Stages implements TrialRunner {
        private final int stopped;
        private final List<String> started = new ArrayList<>();
        private String trial = "";

        Stages(int stopped) {
            this.stopped = stopped;
        }

        @Override
        public void begin(StressTrial next) {
            trial = next.folder().getFileName().toString();
        }

        @Override
        public <O> O run(StageRequest<O> request) throws Exception {
            started.add(trial + " " + request.stage());
            StageRun<O> run = scope.engine().start(request, event -> {});
            if (started.size() == stopped) {
                run.control().cancel();
            }
            return run.outcome().get();
        }

        @Override
        public <T> T await(CompletableFuture<T> answer) throws Exception {
            return answer.get();
        }
    }

    @Test
    void stoppedWorkIsResumedAndFinishedTrialsAreNotRepeated() throws Exception {
        StressStudy study = new StressStudy(List.of(level(1), level(10)), 2, folder);
        String unchanged = "unchanged-seed-42";
        String second = "unchanged-seed-43";
        String third = "imbalance-10.0-seed-42";

        Stages evaluationStopped = new Stages(4);
        assertThat(study.run(evaluationStopped, scope.engine().results()).rows()).isEmpty();
        assertThat(study.markdown()).doesNotExist();
        assertThat(evaluationStopped.started)
                .containsExactly(
                        unchanged + " " + StageName.SYNTHESIS,
                        unchanged + " " + StageName.EVALUATION,
                        second + " " + StageName.SYNTHESIS,
                        second + " " + StageName.EVALUATION);

        Stages synthesisStopped = new Stages(2);
        assertThat(study.run(synthesisStopped, scope.engine().results()).levels()).isEqualTo(1);
        assertThat(synthesisStopped.started)
                .containsExactly(second + " " + StageName.EVALUATION, third + " " + StageName.SYNTHESIS);
        assertThat(study.markdown()).content().contains("| dataset.imbalance | 1.0 | soft | 2 |");

        Stages resumed = new Stages(0);
        StressTable table = study.run(resumed, scope.engine().results());
        assertThat(resumed.started)
                .startsWith(third + " " + StageName.SYNTHESIS, third + " " + StageName.EVALUATION)
                .hasSize(4);
        assertThat(table.levels()).isEqualTo(2);
        assertThat(study.csv()).content().hasLineCount(5);

        Stages nothing = new Stages(0);
        assertThat(study.run(nothing, scope.engine().results())).isEqualTo(table);
        assertThat(nothing.started).isEmpty();
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(row.mean(TrainingSet.FULL_REAL).mean()).isBetween(0.0, 1.0));
    }
}
