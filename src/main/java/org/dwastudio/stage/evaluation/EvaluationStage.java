package org.dwastudio.stage.evaluation;

import java.io.IOException;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.stage.Stage;
import org.dwastudio.stage.StageContext;
import org.dwastudio.stage.StageDemand;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.stage.request.EvaluationRequest;

/** Evaluation: from a distilled set to the accuracy of students trained on it and on its baselines. */
public final class EvaluationStage implements Stage<EvaluationRequest, EvaluationOutcome> {
    @Override
    public StageName name() {
        return StageName.EVALUATION;
    }

    @Override
    public StageDemand demand(EvaluationRequest request, StageServices services) throws IOException {
        if (request.isPlanned()) {
            return new PlannedEvaluation(services, request.experiment().resolve(SynthesisPresets.demonstration()))
                    .demand();
        }
        return new EvaluationJob(services, request.folder(), request.experiment()::resolve).demand();
    }

    @Override
    public EvaluationOutcome run(EvaluationRequest request, StageContext context) throws IOException {
        return new EvaluationJob(context.services(), request.folder(), request.experiment()::resolve)
                .run(context.control(), context.listener());
    }
}
