package org.dwastudio.engine.standard;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.dwastudio.compute.ComputePlan;
import org.dwastudio.event.RunListener;
import org.dwastudio.stage.CheckpointPace;
import org.dwastudio.stage.request.StageRequest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Standard engine of one test: created on first use and closed after the test. */
public final class EngineScope implements AfterEachCallback {
    private final Supplier<StandardEngine> source;
    private StandardEngine engine;

    public EngineScope() {
        this(() -> new StandardEngine("9.9"));
    }

    private EngineScope(Supplier<StandardEngine> source) {
        this.source = source;
    }

    /** Returns a scope whose engine keeps a checkpoint after every step. */
    static EngineScope withCheckpointAtEveryStep() {
        return new EngineScope(() ->
                new StandardEngine("9.9", ComputePlan::bundled, () -> new CheckpointPace(Duration.ZERO, () -> 0)));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }

    /** Returns the engine of the running test. */
    public StandardEngine engine() {
        if (engine == null) {
            engine = source.get();
        }
        return engine;
    }

    /** Runs a stage to its end and returns its outcome. */
    public <O> O run(StageRequest<O> request) throws ExecutionException, InterruptedException {
        return run(request, event -> {});
    }

    /** Runs a stage to its end, emitting its events, and returns its outcome. */
    public <O> O run(StageRequest<O> request, RunListener listener) throws ExecutionException, InterruptedException {
        return engine().start(request, listener).outcome().get();
    }
}
