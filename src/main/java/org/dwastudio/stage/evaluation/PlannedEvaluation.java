package org.dwastudio.stage.evaluation;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.config.Experiment;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.data.Split;
import org.dwastudio.stage.StageDemand;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.lifecycle.KnownNetworks;
import org.dwastudio.teacher.Teacher;

/**
 * Estimate of the evaluation of images that are not made yet: training images take their places.
 *
 * @param experiment makes the images and provides the recipe
 */
record PlannedEvaluation(StageServices services, Experiment experiment) {

    /** Measures on the engine thread, for a few seconds. */
    StageDemand demand() throws IOException {
        KnownNetworks.require("evaluation", experiment.evaluation().network(), services.networks());
        ImageDataset real = services.dataset(experiment.dataset());
        Evaluation evaluation = new Evaluation(
                experiment.evaluation(),
                new ComparedSets(real, standIn(real), experiment.seed()),
                experiment.seed(),
                Optional.empty());
        Map<StudentTask, Integer> remaining = new LinkedHashMap<>();
        evaluation.tasks().forEach(task -> remaining.put(task, evaluation.steps()));
        try (Teacher teacher = services.openTeacher(experiment.teacher(), experiment.dataset(), DataType.FLOAT32)) {
            return new EvaluationEstimator(services, evaluation, teacher).demand(remaining);
        }
    }

    /** Returns as many training images of each class as the synthesis makes; those of a small class several times. */
    private LabeledImages standIn(ImageDataset real) {
        int wanted = experiment.synthesis().imagesPerClass();
        int[] chosen = IntStream.range(0, real.classNames().size())
                .mapToObj(label -> real.indicesOf(Split.TRAIN, label))
                .filter(images -> images.length > 0)
                .flatMapToInt(images -> IntStream.range(0, wanted).map(i -> images[i % images.length]))
                .toArray();
        return new LabeledImages(real.images(Split.TRAIN, chosen), real.labels(Split.TRAIN, chosen));
    }
}
