package org.dwastudio.pipeline.assembly;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.dwastudio.artifact.RunDirectory;
import org.dwastudio.artifact.RunFolderException;
import org.dwastudio.artifact.RunLock;
import org.dwastudio.artifact.UnderWay;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.event.RunListener;
import org.dwastudio.network.PassFootprint;
import org.dwastudio.network.Teacher;
import org.dwastudio.pipeline.RelabelOutcome;
import org.dwastudio.pipeline.RunControl;
import org.dwastudio.pipeline.SoftLabelStock;
import org.dwastudio.pipeline.StageEstimate;
import org.dwastudio.pipeline.evaluation.DistilledImages;
import org.dwastudio.pipeline.relabel.PassTiming;
import org.dwastudio.pipeline.view.SoftLabelFolder;
import org.dwastudio.pipeline.view.StudentBatches;

/** The soft labels of the pictures of a run folder, from what is there to all epochs of a recipe. */
final class RelabelJob {
    private final EngineSession session;
    private final Path run;
    private final UnaryOperator<Experiment> wanted;

    /**
     * Prepares one.
     *
     * @param run the folder
     * @param wanted given the run's own experiment, says by which its pictures are labelled
     */
    RelabelJob(EngineSession session, Path run, UnaryOperator<Experiment> wanted) {
        this.session = session;
        this.run = run;
        this.wanted = wanted;
    }

    /**
     * Makes those that are missing or broken, on the engine thread.
     *
     * @throws IOException when something cannot be read or written, or does not fit together, in words
     */
    RelabelOutcome run(RunControl control, RunListener listener) throws IOException {
        try (RunLock lock = RunLock.acquire(RunDirectory.open(run))) {
            return labelled(lock.directory(), labelled -> {
                List<Integer> missing = labelled.labels()
                        .missing(labelled.experiment().evaluation().epochs());
                return UnderWay.begin(lock.directory(), StageName.RELABEL, labelled.experiment())
                        .during(() -> {
                            int made = made(labelled, missing, control, listener);
                            return new RelabelOutcome(labelled.stock(), made, made < missing.size());
                        });
            });
        }
    }

    private int made(LabelledRun labelled, List<Integer> missing, RunControl control, RunListener listener)
            throws IOException {
        try {
            return labelled.labeler()
                    .run(missing, labelled.experiment().evaluation().epochs(), session.manager(), control, listener);
        } catch (IOException e) {
            throw toldWhatStays(labelled, RunFolderException.cannotWrite(run, e));
        }
    }

    private IOException toldWhatStays(LabelledRun labelled, RunFolderException failure) {
        long stored = IntStream.range(0, labelled.experiment().evaluation().epochs())
                .filter(labelled.labels()::has)
                .count();
        return stored == 0
                ? failure
                : new IOException(
                        failure.getMessage() + ". The soft labels of " + stored
                                + " epochs are whole: relabel goes on from there.",
                        failure);
    }

    /** What is there. */
    SoftLabelStock stock() throws IOException {
        return labelled(RunDirectory.open(run), LabelledRun::stock);
    }

    /** What the missing epochs would take: the teacher's pass is measured, the disk counted. */
    StageEstimate estimate() throws IOException {
        return labelled(RunDirectory.open(run), labelled -> {
            NDManager manager = session.manager();
            StudentBatches batches = labelled.batches();
            SoftLabelStock stock = labelled.stock();
            long missing = (long) stock.epochs() - stock.stored();
            PassFootprint footprint = PassFootprint.of(labelled.teacher().network(), manager);
            long base = session.baseBytes() + footprint.weightBytes();
            // A pass without a way back holds what an operator reads and what it writes.
            long image = 2 * footprint.largestBytes();
            int batch = Math.min(labelled.experiment().evaluation().batchSize(), batches.imagesPerEpoch());
            OptionalLong available = session.memory().available(manager.getDevice());
            long room = available.orElse(Long.MAX_VALUE) - base;
            long epoch = SoftLabelFolder.bytesOfEpoch(
                    batches.imagesPerEpoch(),
                    batches.perEpoch(),
                    labelled.teacher().metadata().network().classes());
            return new StageEstimate(
                    missing * batches.perEpoch(),
                    new PassTiming(labelled.labeler()).secondsPerStep(manager),
                    base + batch * image + epoch,
                    missing * epoch,
                    available,
                    batch * image <= room ? OptionalInt.empty() : OptionalInt.of((int) Math.max(0, room / image)));
        });
    }

    private interface Work<T> {
        T with(LabelledRun labelled) throws IOException;
    }

    private <T> T labelled(RunDirectory directory, Work<T> work) throws IOException {
        Experiment experiment = wanted.apply(RecordedRecipe.experiment(directory));
        DistilledPictures set =
                new DistilledPictures(DistilledImages.in(directory), session.dataset(experiment.dataset()));
        try (Teacher teacher = session.openTeacher(experiment.teacher(), experiment.dataset(), DataType.FLOAT32)) {
            return work.with(new LabelledRun(run, experiment, set, teacher));
        }
    }
}
