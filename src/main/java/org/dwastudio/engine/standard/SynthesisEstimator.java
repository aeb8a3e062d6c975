package org.dwastudio.engine.standard;

import java.io.IOException;
import java.util.OptionalInt;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.PassFootprint;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.stage.MemoryBudget;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.synthesis.SynthesisClock;
import org.dwastudio.stage.synthesis.SynthesisMemory;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.teacher.Teacher;

/** What a synthesis would take: measured steps, counted memory and disk. */
final class SynthesisEstimator {
    /** Lines of metrics.csv a step, and characters of a line. */
    private static final int METRICS_BYTES = 5 * 70;
    /** What a PNG file takes beside its pixels: headers, a filter byte a row, and what a full last block wastes. */
    private static final int PNG_OVERHEAD = 4096;
    /** A contact sheet has no more pixels than this. */
    private static final long MOST_SHEET_BYTES = 3 * 64_000_000L;

    private static final long SHEET_TILE_BYTES = 3 * 131L * 131;
    /** The record of a run: its pictures on their way to disk, the sheet's font, events. */
    private static final long RECORD_BYTES = 100_000_000;

    private final StageServices session;
    private final Experiment experiment;

    SynthesisEstimator(StageServices session, Experiment experiment) {
        this.session = session;
        this.experiment = experiment;
    }

    /**
     * Measures and counts, on the engine thread.
     *
     * @throws IOException when dataset or teacher cannot be read, in words
     */
    StageEstimate estimate() throws IOException {
        SynthesisConfig config = experiment.synthesis();
        ImageDataset dataset = session.dataset(experiment.dataset());
        try (Teacher teacher =
                session.openTeacher(experiment.teacher(), experiment.dataset(), SynthesisJob.type(config))) {
            Normalization normalization = new Normalization(
                    teacher.metadata().mean(), teacher.metadata().std());
            SynthesisInputs inputs = new SynthesisInputs(teacher.network(), normalization, dataset);
            NetworkConfig network = inputs.teacher().config();
            SynthesisMemory memory =
                    new SynthesisMemory(PassFootprint.of(inputs.teacher(), session.manager()), network, config);
            PixelOperators operators = session.operators();
            int columns = Math.max(0, config.endColumn() - config.columns().start());
            long pictures = (long) columns * network.classes();
            // A sheet is drawn with four bytes a pixel and written with three.
            long record = RECORD_BYTES + sheetBytes(pictures) / 3 * 4;
            MemoryBudget budget = session.memory();
            int batch = Math.min(config.batchSize(), network.classes());
            int fitting = memory.fittingBatchSize(budget.room() - record, batch);
            int slices = (network.classes() + config.batchSize() - 1) / config.batchSize();
            double seconds = new SynthesisClock(inputs, config, operators, session.manager())
                    .secondsPerStep((double) network.classes() / slices, Math.max(1, fitting));
            long steps = (long) columns * slices * config.iterations();
            return new StageEstimate(
                    steps,
                    seconds,
                    budget.total(record + memory.bytes(batch)),
                    diskBytes(network, pictures, steps),
                    budget.availableBytes(),
                    fitting == batch ? OptionalInt.empty() : OptionalInt.of(fitting));
        }
    }

    private static long diskBytes(NetworkConfig network, long pictures, long steps) {
        long pixels = (long) network.imageSize() * network.imageSize() * network.channels();
        return pictures * (pixels + PNG_OVERHEAD) + steps * METRICS_BYTES + sheetBytes(pictures);
    }

    private static long sheetBytes(long pictures) {
        return Math.min(MOST_SHEET_BYTES, pictures * SHEET_TILE_BYTES);
    }
}
