package org.dwastudio.stage.inspection;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import org.dwastudio.config.Experiment;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.distilled.DistilledImages;
import org.dwastudio.stage.distilled.RecordedDataset;
import org.dwastudio.stage.distilled.RecordedTeacher;
import org.dwastudio.stage.lifecycle.ExperimentVerifier;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.teacher.Teacher;

/** Opening of the images of a run folder for an inspection, under the teacher that they were made with. */
public final class InspectionJob {
    private final StageServices services;
    private final FeatureCache cache;
    private final InspectionRequest request;

    /**
     * Creates a job.
     *
     * @param cache features of real images that were computed before
     */
    public InspectionJob(StageServices services, FeatureCache cache, InspectionRequest request) {
        this.services = services;
        this.cache = cache;
        this.request = request;
    }

    /**
     * Computes the features, on the engine thread; the caller closes the result.
     *
     * @param progress training images whose features are known
     * @param token checked before every batch
     * @throws IOException if something cannot be read or stored, or dataset or teacher are not those of the run
     * @throws java.util.concurrent.CancellationException if the token is canceled
     */
    public InspectedSet open(ProgressListener progress, CancellationToken token) throws IOException {
        Path folder = request.runFolder();
        RunDirectory run = RunDirectory.open(folder);
        Experiment own = ExperimentVerifier.experiment(run);
        Experiment experiment = request.wanted().apply(own);
        LabeledImages images = DistilledImages.in(run);
        RunMetadata recorded = RunMetadata.read(run);
        ImageDataset dataset = services.dataset(experiment.dataset());
        new RecordedDataset(folder, recorded.datasetFingerprint())
                .requireSame(dataset, experiment.dataset().source());
        try (Teacher teacher = services.openTeacher(experiment.teacher(), experiment.dataset(), DataType.FLOAT32)) {
            new RecordedTeacher(folder, own.teacher(), recorded.teacherFingerprint())
                    .requireUnchanged(teacher, experiment.teacher());
            FeatureBatches computation = FeatureBatches.of(teacher, services.manager());
            FeatureMatrix distilled = computation.of(images.count(), images::images, token);
            return new InspectedSet(
                    distilled,
                    images.labels(),
                    new RealSet(dataset, cache.features(dataset, computation, progress, token)),
                    experiment.seed());
        }
    }
}
