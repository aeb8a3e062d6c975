package org.dwastudio.stage.relabel;

import java.io.IOException;
import org.dwastudio.config.StageName;
import org.dwastudio.stage.Stage;
import org.dwastudio.stage.StageContext;
import org.dwastudio.stage.StageDemand;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.request.RelabelOutcome;
import org.dwastudio.stage.request.RelabelRequest;

/** Relabel: from the images of a run folder to the teacher's soft labels for every augmented image. */
public final class RelabelStage implements Stage<RelabelRequest, RelabelOutcome> {
    @Override
    public StageName name() {
        return StageName.RELABEL;
    }

    @Override
    public StageDemand demand(RelabelRequest request, StageServices services) throws IOException {
        return new RelabelJob(services, request.folder(), request.experiment()::resolve).demand();
    }

    @Override
    public RelabelOutcome run(RelabelRequest request, StageContext context) throws IOException {
        return new RelabelJob(context.services(), request.folder(), request.experiment()::resolve)
                .run(context.control(), context.listener());
    }
}
