package org.dwastudio.engine.standard;

import java.io.IOException;
import java.util.Optional;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.Stage;
import org.dwastudio.stage.StageContext;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.StartPoint;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.request.SynthesisRequest;

/** Synthesis: from a teacher and a dataset to a distilled set in a run folder. */
final class SynthesisRunStage implements Stage<SynthesisRequest, SynthesisOutcome> {
    @Override
    public StageName name() {
        return StageName.SYNTHESIS;
    }

    @Override
    public Optional<LiveTuning> tuning(SynthesisRequest request) {
        // The values of a resumed run are known only when its folder is read, see LiveTuning.startFrom.
        return Optional.of(new LiveTuning(
                request.start() instanceof StartPoint.Fresh fresh
                        ? fresh.experiment().synthesis()
                        : SynthesisPresets.demonstration().synthesis()));
    }

    @Override
    public StageEstimate estimate(SynthesisRequest request, StageServices services) throws IOException {
        if (request.start() instanceof StartPoint.Fresh fresh) {
            return new SynthesisEstimator(services, fresh.experiment()).estimate();
        }
        throw new UnsupportedOperationException("a resumed synthesis cannot be estimated");
    }

    @Override
    public SynthesisOutcome run(SynthesisRequest request, StageContext context) throws IOException {
        LiveTuning tuning = context.tuning().orElseThrow();
        if (request.start() instanceof StartPoint.Fresh fresh) {
            return new SynthesisJob(context.services(), fresh.experiment(), request.folder(), context.listener())
                    .run(context.control(), tuning);
        }
        return new SynthesisResumption(context.services(), request.folder(), context.listener())
                .run(context.control(), tuning);
    }
}
