package org.dwastudio.ui.page;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dwastudio.config.Experiment;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.stage.QueueingPage;

/**
 * Queueing of a stage that makes a run of its own.
 *
 * @param weights returns the weights of the teacher that an experiment states, if the stage reads them
 * @param begin starts the stage with the settings of the window
 */
record RunQueueing(
        String block,
        Map<String, String> problems,
        Function<Experiment, Optional<String>> weights,
        ParametersViewModel parameters,
        Runnable begin)
        implements QueueingPage {

    @Override
    public Optional<String> teacher(Experiment experiment) {
        return weights.apply(experiment);
    }

    @Override
    public void start(Experiment experiment, Optional<Path> run) {
        if (!experiment.equals(parameters.experiment())) {
            parameters.load(experiment);
        }
        begin.run();
    }
}
