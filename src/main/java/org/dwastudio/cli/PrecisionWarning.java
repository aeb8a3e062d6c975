package org.dwastudio.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.dwastudio.compute.PrecisionAdvice;
import org.dwastudio.config.Experiment;
import org.dwastudio.pipeline.Engine;

/** Says when an experiment's precision gains nothing on what is computed on. */
final class PrecisionWarning {
    private PrecisionWarning() {}

    /** Prints a line, or nothing; throws what the engine could not be loaded for. */
    static void print(Engine engine, Experiment experiment, PrintWriter to) throws Exception {
        Optional.ofNullable(Answer.of(engine.precisionAdvice())
                        .get(experiment.synthesis().precision()))
                .map(PrecisionAdvice::message)
                .ifPresent(words -> to.println("Warning: " + words));
        to.flush();
    }
}
