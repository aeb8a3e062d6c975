package org.dwastudio.ui.page;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.Experiment;
import org.dwastudio.ui.evaluation.EvaluatedRunCard;
import org.dwastudio.ui.evaluation.Students;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.stage.QueueingPage;

/**
 * Queueing of a stage that uses the images of a run with the recipe of the students. All other settings are those of the run.
 *
 * @param needed returns true if an experiment needs the stage after its images
 * @param begin starts the stage with the settings of the window
 */
record ImagesQueueing(Students students, ParametersViewModel parameters, Predicate<Experiment> needed, Runnable begin)
        implements QueueingPage {

    @Override
    public String block() {
        return "evaluation";
    }

    /** A run that does not exist yet, and labels that may be stored before, keep nothing from being queued. */
    @Override
    public Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>(students.recipe().problems());
        problems.remove(EvaluatedRunCard.NO_RUN);
        return problems;
    }

    @Override
    public boolean usesImages() {
        return true;
    }

    @Override
    public ObservableValue<Optional<Path>> inputProperty() {
        return students.evaluation().evaluated().presentProperty();
    }

    @Override
    public boolean isNeededAfterImages(Experiment experiment) {
        return needed.test(experiment);
    }

    @Override
    public Optional<String> dataset(Experiment experiment) {
        return Optional.empty();
    }

    @Override
    public void start(Experiment experiment, Optional<Path> run) {
        if (!experiment.dataset().equals(parameters.datasetProperty().get())) {
            parameters.load(experiment);
        } else {
            parameters.evaluationProperty().set(experiment.evaluation());
        }
        run.ifPresent(students.evaluation().evaluated()::show);
        begin.run();
    }
}
