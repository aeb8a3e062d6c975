package org.dwastudio.ui.comparison.again;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.Experiment;
import org.dwastudio.stage.StageEstimate;

/**
 * Access to the experiment and the synthesis of the window.
 *
 * @param use shows an experiment in the window, ready to be started; adds a notice instead while a stage is active
 * @param start shows an experiment in the window and starts its synthesis; returns the folder of the run, or empty after
 *     adding a notice
 * @param queue queues the synthesis of an experiment
 * @param estimate requests the estimate of a synthesis
 * @param busy true while any stage is active
 * @param loaded true once the active synthesis has read its inputs
 */
public record SynthesisStarter(
        Consumer<Experiment> use,
        Function<Experiment, Optional<Path>> start,
        Consumer<Experiment> queue,
        Function<Experiment, CompletionStage<StageEstimate>> estimate,
        ObservableValue<Boolean> busy,
        ObservableValue<Boolean> loaded) {}
