package org.dwastudio.cli.command;

import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.cli.progress.ConsoleProgress;
import org.dwastudio.cli.session.FutureResults;
import org.dwastudio.cli.session.ShutdownHandler;
import org.dwastudio.engine.Engine;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.StageRequest;
import org.dwastudio.stress.StressTrial;
import org.dwastudio.stress.TrialRunner;

/**
 * Trials of a stress table in a terminal.
 *
 * @param engine runs the stages
 * @param err receives the progress
 */
record ConsoleTrials(Engine engine, PrintWriter err) implements TrialRunner {
    @Override
    public void begin(StressTrial trial) {
        err.println(trial.level().key() + " = " + trial.level().level() + ", seed "
                + trial.experiment().seed());
        err.flush();
    }

    @Override
    public <O> O run(StageRequest<O> request) throws Exception {
        ConsoleProgress progress = ConsoleProgress.to(err);
        StageRun<O> run = engine.start(request, progress);
        try (ShutdownHandler interruption = new ShutdownHandler(run.control())) {
            return interruption.await(run.outcome(), progress);
        }
    }

    @Override
    public <T> T await(CompletableFuture<T> answer) throws Exception {
        return FutureResults.of(answer);
    }
}
