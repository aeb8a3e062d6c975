package org.dwastudio.cli.text;

import java.io.PrintWriter;
import java.util.Optional;
import org.dwastudio.cli.session.FutureResults;
import org.dwastudio.compute.PrecisionAdvice;
import org.dwastudio.config.Experiment;
import org.dwastudio.engine.Engine;

/** Says when an experiment's precision gains nothing on what is computed on. */
public final class PrecisionWarning {
    private PrecisionWarning() {}

    /** Prints a line, or nothing; throws what the engine could not be loaded for. */
    public static void print(Engine engine, Experiment experiment, PrintWriter to) throws Exception {
        Optional.ofNullable(FutureResults.of(engine.precisionAdvice())
                        .get(experiment.synthesis().precision()))
                .map(PrecisionAdvice::message)
                .ifPresent(words -> to.println("Warning: " + words));
        to.flush();
    }
}
