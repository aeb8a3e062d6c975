package org.dwastudio.engine.standard;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.StageName;
import org.dwastudio.stage.Stage;
import org.dwastudio.stage.evaluation.EvaluationStage;
import org.dwastudio.stage.relabel.RelabelStage;
import org.dwastudio.stage.request.StageRequest;
import org.dwastudio.stage.squeeze.SqueezeStage;
import org.dwastudio.stage.synthesis.SynthesisStage;

/** All stages of the engine except the export, which {@code ResultService} runs. The only class that knows all of them. */
final class StageRegistry {
    private final Map<StageName, Stage<?, ?>> stages = new EnumMap<>(StageName.class);

    StageRegistry() {
        add(new SqueezeStage());
        add(new SynthesisStage());
        add(new RelabelStage());
        add(new EvaluationStage());
    }

    private <O, R extends StageRequest<O>> void add(Stage<R, O> stage) {
        stages.put(stage.name(), stage);
    }

    /** Returns the stage that answers a request. */
    // A stage is added with the request type that names it.
    @SuppressWarnings("unchecked")
    <O> Stage<StageRequest<O>, O> of(StageRequest<O> request) {
        return Optional.ofNullable((Stage<StageRequest<O>, O>) stages.get(request.stage()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no stage runs " + request.getClass().getSimpleName()));
    }
}
