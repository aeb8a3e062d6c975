package org.dwastudio.stage.squeeze;

import java.io.IOException;
import java.util.Optional;
import org.dwastudio.config.StageName;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.Stage;
import org.dwastudio.stage.StageContext;
import org.dwastudio.stage.StageDemand;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.StartPoint;
import org.dwastudio.stage.lifecycle.InterruptedStage;
import org.dwastudio.stage.lifecycle.ResumableRun;
import org.dwastudio.stage.request.SqueezeOutcome;
import org.dwastudio.stage.request.SqueezeRequest;

/** Squeeze: from a dataset to a teacher in a run folder. */
public final class SqueezeStage implements Stage<SqueezeRequest, SqueezeOutcome> {
    @Override
    public StageName name() {
        return StageName.SQUEEZE;
    }

    @Override
    public StageDemand demand(SqueezeRequest request, StageServices services) throws IOException {
        SqueezeWork work = new SqueezeWork(services, new RunControl());
        if (request.start() instanceof StartPoint.Fresh fresh) {
            return new SqueezeEstimator(services, work.task(fresh.experiment(), Optional.empty())).demand(0);
        }
        InterruptedStage<TrainingCheckpoints.Content> interrupted =
                InterruptedStage.read(work, RunDirectory.open(request.folder()));
        return new SqueezeEstimator(services, work.task(interrupted.experiment(), Optional.of(interrupted)))
                .demand(interrupted.completed());
    }

    @Override
    public SqueezeOutcome run(SqueezeRequest request, StageContext context) throws IOException {
        return new ResumableRun<>(new SqueezeWork(context.services(), context.control()), context)
                .run(request.folder(), request.start());
    }
}
