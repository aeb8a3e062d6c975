package org.dwastudio.stage.relabel;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.event.RunListener;
import org.dwastudio.nn.PassFootprint;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunDirectoryLock;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.StageMarker;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageDemand;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.distilled.DistilledDataset;
import org.dwastudio.stage.distilled.DistilledImages;
import org.dwastudio.stage.distilled.RecordedTeacher;
import org.dwastudio.stage.distilled.SoftLabelContext;
import org.dwastudio.stage.lifecycle.ExperimentVerifier;
import org.dwastudio.stage.lifecycle.RecoveryHint;
import org.dwastudio.stage.request.RelabelOutcome;
import org.dwastudio.stage.request.SoftLabelStock;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.text.Message;
import org.dwastudio.train.batch.StudentBatches;
import org.dwastudio.train.label.SoftLabelFolder;

/** Job that completes the stored soft labels of the images of a run folder for all epochs of a recipe. */
public final class RelabelJob {
    private final StageServices services;
    private final Path run;
    private final UnaryOperator<Experiment> wanted;

    /**
     * Creates a relabel job.
     *
     * @param run folder of the run
     * @param wanted maps the run's own experiment to the one its images are labeled with
     */
    public RelabelJob(StageServices services, Path run, UnaryOperator<Experiment> wanted) {
        this.services = services;
        this.run = run;
        this.wanted = wanted;
    }

    /**
     * Creates the missing or broken soft labels, on the engine thread.
     *
     * @throws IOException if something cannot be read or written, or is inconsistent
     */
    RelabelOutcome run(RunControl control, RunListener listener) throws IOException {
        try (RunDirectoryLock lock = RunDirectoryLock.acquire(RunDirectory.open(run))) {
            return labeled(lock.directory(), labeled -> {
                List<Integer> missing = labeled.labels()
                        .missing(labeled.experiment().evaluation().epochs());
                return StageMarker.begin(lock.directory(), StageName.RELABEL, labeled.experiment())
                        .during(() -> {
                            int made = made(labeled, missing, control, listener);
                            return new RelabelOutcome(labeled.stock(), made, made < missing.size());
                        });
            });
        }
    }

    private int made(SoftLabelContext labeled, List<Integer> missing, RunControl control, RunListener listener)
            throws IOException {
        RecoveryHint hint = () -> storedLabels(labeled);
        return hint.during(() -> {
            try {
                return labeler(labeled)
                        .run(
                                missing,
                                labeled.experiment().evaluation().epochs(),
                                services.manager(),
                                control,
                                listener);
            } catch (IOException e) {
                throw RunFolderException.cannotWrite(run, e);
            }
        });
    }

    private static SoftLabeler labeler(SoftLabelContext labeled) {
        Teacher teacher = labeled.teacher();
        return new SoftLabeler(
                teacher.network(), teacher.metadata().normalization(), labeled.batches(), labeled.labels());
    }

    private static Optional<Message> storedLabels(SoftLabelContext labeled) {
        long stored = IntStream.range(0, labeled.experiment().evaluation().epochs())
                .filter(labeled.labels()::has)
                .count();
        return stored == 0 ? Optional.empty() : Optional.of(Message.of("relabel.resume", stored));
    }

    /** Returns the stored soft labels. */
    public SoftLabelStock stock() throws IOException {
        return labeled(RunDirectory.open(run), SoftLabelContext::stock);
    }

    /**
     * Estimates the time, memory and disk space for the missing epochs. The teacher's forward pass is timed, memory and
     * disk space are computed.
     */
    StageDemand demand() throws IOException {
        return labeled(RunDirectory.open(run), labeled -> {
            NDManager manager = services.manager();
            StudentBatches batches = labeled.batches();
            SoftLabelStock stock = labeled.stock();
            long missing = (long) stock.epochs() - stock.stored();
            PassFootprint footprint = PassFootprint.of(labeled.teacher().network(), manager);
            // Without a backward pass, only the input and the output of the current operator are held.
            long image = 2 * footprint.largestBytes();
            int batch = Math.min(labeled.experiment().evaluation().batchSize(), batches.imagesPerEpoch());
            long epoch = SoftLabelFolder.bytesOfEpoch(
                    batches.imagesPerEpoch(),
                    batches.perEpoch(),
                    labeled.teacher().metadata().network().classes());
            return new StageDemand(
                    missing * batches.perEpoch(),
                    missing == 0 ? 0 : new PassTiming(labeler(labeled)).secondsPerStep(manager),
                    batch,
                    1,
                    images -> footprint.weightBytes() + images * image + epoch,
                    missing * epoch);
        });
    }

    private interface Work<T> {
        T with(SoftLabelContext labeled) throws IOException;
    }

    private <T> T labeled(RunDirectory directory, Work<T> work) throws IOException {
        Experiment own = ExperimentVerifier.experiment(directory);
        Experiment experiment = wanted.apply(own);
        DistilledDataset set =
                new DistilledDataset(DistilledImages.in(directory), services.dataset(experiment.dataset()));
        try (Teacher teacher = services.openTeacher(experiment.teacher(), experiment.dataset(), DataType.FLOAT32)) {
            String recorded = RunMetadata.read(directory).teacherFingerprint();
            new RecordedTeacher(run, own.teacher(), recorded).requireUnchanged(teacher, experiment.teacher());
            return work.with(new SoftLabelContext(run, experiment, set, teacher));
        }
    }
}
