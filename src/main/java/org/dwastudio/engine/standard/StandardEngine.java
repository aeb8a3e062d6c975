package org.dwastudio.engine.standard;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.dwastudio.compute.ComputePlan;
import org.dwastudio.compute.DeviceInUse;
import org.dwastudio.compute.PrecisionAdvice;
import org.dwastudio.config.synthesis.Execution.Precision;
import org.dwastudio.engine.DatasetService;
import org.dwastudio.engine.Engine;
import org.dwastudio.engine.FeatureService;
import org.dwastudio.engine.ResultService;
import org.dwastudio.engine.TeacherService;
import org.dwastudio.engine.service.DatasetQuestions;
import org.dwastudio.engine.service.FeatureQuestions;
import org.dwastudio.engine.service.TeacherQuestions;
import org.dwastudio.engine.session.EngineSession;
import org.dwastudio.engine.session.StageQueue;
import org.dwastudio.event.RunListener;
import org.dwastudio.file.AppDirectories;
import org.dwastudio.stage.CheckpointPace;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.Stage;
import org.dwastudio.stage.StageContext;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.StageRequest;

/** The engine on PyTorch. */
public final class StandardEngine implements Engine {
    static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(5);

    private final StageRegistry stages = new StageRegistry();
    private final EngineSession session;
    private final StageQueue queue;
    private final DatasetQuestions datasets;
    private final TeacherQuestions teachers;
    private final FeatureQuestions features;
    private final StoredResults results;

    /** An engine on the processor. */
    public StandardEngine(String programVersion) {
        this(programVersion, ComputePlan::bundled);
    }

    /**
     * An engine that loads what it needs at the first call.
     *
     * @param programVersion recorded with every run
     * @param plan the device to compute on, asked for on the engine thread when the library is loaded
     */
    public StandardEngine(String programVersion, Supplier<ComputePlan> plan) {
        this(programVersion, plan, StandardEngine::standardPace);
    }

    /** An engine with another pace of checkpoints, asked for at the start of every run. */
    StandardEngine(String programVersion, Supplier<ComputePlan> plan, Supplier<CheckpointPace> pace) {
        this(programVersion, plan, pace, () -> AppDirectories.cache(System.getProperties(), System.getenv()));
    }

    private StandardEngine(
            String programVersion, Supplier<ComputePlan> plan, Supplier<CheckpointPace> pace, Supplier<Path> cache) {
        session = new EngineSession(programVersion, plan, pace);
        queue = new StageQueue(session::close);
        datasets = new DatasetQuestions(session);
        teachers = new TeacherQuestions(session, queue);
        Supplier<Path> cachedFeatures = () -> cache.get().resolve("features");
        features = new FeatureQuestions(session, queue, cachedFeatures);
        results = new StoredResults(session, queue, cachedFeatures);
    }

    /**
     * Creates an engine on the processor whose cache is not that of the user.
     *
     * @param cache folder of files that can be computed again; it may not exist yet
     */
    public static StandardEngine withCache(String programVersion, Path cache) {
        return new StandardEngine(programVersion, ComputePlan::bundled, StandardEngine::standardPace, () -> cache);
    }

    private static CheckpointPace standardPace() {
        return new CheckpointPace(BETWEEN_CHECKPOINTS, System::nanoTime);
    }

    @Override
    public CompletableFuture<DeviceInUse> warmUp() {
        return queue.ask(session::warmUp);
    }

    @Override
    public CompletableFuture<Map<Precision, PrecisionAdvice>> precisionAdvice() {
        return queue.ask(session::precisionAdvice);
    }

    @Override
    public <O> StageRun<O> start(StageRequest<O> request, RunListener listener) {
        Stage<StageRequest<O>, O> stage = stages.of(request);
        RunControl control = new RunControl();
        Optional<LiveTuning> tuning = stage.tuning(request);
        StageContext context = new StageContext(session, control, tuning, listener);
        CompletableFuture<O> outcome = queue.start(stage.name(), control, listener, () -> stage.run(request, context));
        return new StageRun<>(request.folder(), control, tuning, outcome);
    }

    @Override
    public CompletableFuture<StageEstimate> estimate(StageRequest<?> request) {
        return queue.ask(() -> estimateOf(request));
    }

    private <O> StageEstimate estimateOf(StageRequest<O> request) throws IOException {
        return stages.of(request).demand(request, session).within(session.memory());
    }

    @Override
    public DatasetService datasets() {
        return datasets;
    }

    @Override
    public TeacherService teachers() {
        return teachers;
    }

    @Override
    public FeatureService features() {
        return features;
    }

    @Override
    public ResultService results() {
        return results;
    }

    @Override
    public void close() {
        datasets.close();
        teachers.close();
        features.close();
        results.close();
        queue.close();
    }
}
