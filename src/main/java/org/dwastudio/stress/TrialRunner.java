package org.dwastudio.stress;

import java.util.concurrent.CompletableFuture;
import org.dwastudio.stage.request.StageRequest;

/** Entry point's part of a stress table: it shows the progress of the stages and can stop them. */
public interface TrialRunner {

    /** Called before the work of a trial, which may be done already. */
    void begin(StressTrial trial);

    /**
     * Runs a stage and waits for its end.
     *
     * @throws Exception failure of the stage
     */
    <O> O run(StageRequest<O> request) throws Exception;

    /**
     * Waits for an answer of the engine.
     *
     * @throws Exception failure of the answer
     */
    <T> T await(CompletableFuture<T> answer) throws Exception;
}
