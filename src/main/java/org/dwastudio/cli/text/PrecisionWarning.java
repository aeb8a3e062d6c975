package org.dwastudio.cli.text;

import java.io.PrintWriter;
import java.util.Optional;
import org.dwastudio.cli.session.FutureResults;
import org.dwastudio.compute.PrecisionAdvice;
import org.dwastudio.config.Experiment;
import org.dwastudio.engine.Engine;

/** Warning about a precision that brings no speed-up on the device. */
public final class PrecisionWarning {
    private PrecisionWarning() {}

    /** Prints a line, or nothing; throws if the engine cannot be loaded. */
    public static void print(Engine engine, Experiment experiment, PrintWriter to) throws Exception {
        Optional.ofNullable(FutureResults.of(engine.precisionAdvice())
                        .get(experiment.synthesis().execution().precision()))
                .map(PrecisionAdvice::message)
                .ifPresent(words -> to.println("Warning: " + words));
        to.flush();
    }
}
