package org.dwastudio.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.engine.ResultService;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.stage.request.SynthesisRequest;
import org.dwastudio.text.Message;

/**
 * Synthesis and evaluation of one level with one seed.
 *
 * @param level the level
 * @param experiment experiment of the level with the seed
 * @param folder run folder of the synthesis
 */
public record StressTrial(StressLevel level, Experiment experiment, Path folder) {

    /**
     * Runs what is not done.
     *
     * @return results of all students; empty if the work was stopped before its end
     * @throws Exception failure of a stage
     */
    Optional<EvaluationOutcome> run(TrialRunner runner, ResultService results) throws Exception {
        RunDirectory directory = new RunDirectory(folder);
        boolean begun = Files.isRegularFile(directory.experiment());
        if (begun) {
            requireSame();
        }
        // Ended by force between its end and the removal of its checkpoints, it is resumed: that takes them away.
        if (!begun || !directory.isFinished() || Files.isDirectory(directory.synthesisCheckpoints())) {
            SynthesisRequest synthesis =
                    begun ? SynthesisRequest.resumed(folder) : SynthesisRequest.fresh(experiment, folder);
            if (runner.run(synthesis).cancelled()) {
                return Optional.empty();
            }
        }
        EvaluationRequest request = EvaluationRequest.of(folder, experiment);
        Optional<EvaluationOutcome> stored = runner.await(results.evaluation(request))
                .filter(outcome -> !outcome.cancelled() && outcome.config().equals(experiment.evaluation()));
        return stored.isPresent()
                ? stored
                : Optional.of(runner.run(request)).filter(outcome -> !outcome.cancelled());
    }

    private void requireSame() throws IOException, ConfigException {
        Experiment before = ExperimentReader.read(new RunDirectory(folder).experiment());
        Experiment now = experiment.located();
        if (before.seed() != now.seed()
                || !before.dataset().equals(now.dataset())
                || !before.teacher().equals(now.teacher())
                || !before.synthesis().hasImagesOf(now.synthesis())) {
            throw new RunFolderException(folder, Message.of("run.otherSettings"));
        }
    }
}
