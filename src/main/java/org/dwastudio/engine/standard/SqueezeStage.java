package org.dwastudio.engine.standard;

import java.io.IOException;
import org.dwastudio.config.StageName;
import org.dwastudio.stage.Stage;
import org.dwastudio.stage.StageContext;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.StartPoint;
import org.dwastudio.stage.request.SqueezeOutcome;
import org.dwastudio.stage.request.SqueezeRequest;

/** Squeeze: from a dataset to a teacher in a run folder. */
final class SqueezeStage implements Stage<SqueezeRequest, SqueezeOutcome> {
    @Override
    public StageName name() {
        return StageName.SQUEEZE;
    }

    @Override
    public StageEstimate estimate(SqueezeRequest request, StageServices services) throws IOException {
        if (request.start() instanceof StartPoint.Fresh fresh) {
            return new SqueezeEstimator(services, fresh.experiment()).measure();
        }
        throw new UnsupportedOperationException("a resumed squeeze cannot be estimated");
    }

    @Override
    public SqueezeOutcome run(SqueezeRequest request, StageContext context) throws IOException {
        if (request.start() instanceof StartPoint.Fresh fresh) {
            return new SqueezeJob(context.services(), fresh.experiment(), request.folder(), context.listener())
                    .run(context.control());
        }
        return new SqueezeResumption(context.services(), request.folder(), context.listener()).run(context.control());
    }
}
