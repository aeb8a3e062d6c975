package org.dwastudio.stage.synthesis;

import java.io.IOException;
import java.util.Optional;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.Stage;
import org.dwastudio.stage.StageContext;
import org.dwastudio.stage.StageDemand;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.StartPoint;
import org.dwastudio.stage.lifecycle.InterruptedStage;
import org.dwastudio.stage.lifecycle.ResumableRun;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.request.SynthesisRequest;

/** Synthesis: from a teacher and a dataset to a distilled set in a run folder. */
public final class SynthesisStage implements Stage<SynthesisRequest, SynthesisOutcome> {
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
    public StageDemand demand(SynthesisRequest request, StageServices services) throws IOException {
        if (request.start() instanceof StartPoint.Fresh fresh) {
            return new SynthesisEstimator(services, fresh.experiment(), 0).demand();
        }
        InterruptedStage<?> interrupted = InterruptedStage.read(
                new SynthesisWork(services, new RunControl(), tuning(request).orElseThrow()),
                RunDirectory.open(request.folder()));
        return new SynthesisEstimator(services, interrupted.experiment(), interrupted.completed()).demand();
    }

    @Override
    public SynthesisOutcome run(SynthesisRequest request, StageContext context) throws IOException {
        SynthesisWork work = new SynthesisWork(
                context.services(), context.control(), context.tuning().orElseThrow());
        return new ResumableRun<>(work, context).run(request.folder(), request.start());
    }
}
