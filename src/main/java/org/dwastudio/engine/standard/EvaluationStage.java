package org.dwastudio.engine.standard;

import java.io.IOException;
import org.dwastudio.config.StageName;
import org.dwastudio.stage.Stage;
import org.dwastudio.stage.StageContext;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.stage.request.EvaluationRequest;

/** Evaluation: from a distilled set to the accuracy of students trained on it and on its baselines. */
final class EvaluationStage implements Stage<EvaluationRequest, EvaluationOutcome> {
    @Override
    public StageName name() {
        return StageName.EVALUATION;
    }

    @Override
    public StageEstimate estimate(EvaluationRequest request, StageServices services) {
        throw new UnsupportedOperationException("an evaluation cannot be estimated");
    }

    @Override
    public EvaluationOutcome run(EvaluationRequest request, StageContext context) throws IOException {
        return new EvaluationJob(context.services(), request.folder(), request.experiment()::resolve)
                .run(context.control(), context.listener());
    }
}
