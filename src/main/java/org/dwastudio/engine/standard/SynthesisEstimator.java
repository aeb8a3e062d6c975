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

/**
 * Estimator of the time, memory and disk space of a synthesis. Step times are measured; memory and disk space are
 * computed.
 */
final class SynthesisEstimator {
    /** Bytes that a step adds to metrics.csv: lines per step times characters per line. */
    private static final int METRICS_BYTES = 5 * 70;
    /**
     * Bytes of a PNG file in addition to its pixels: headers, one filter byte per row, and unused space in the last
     * disk block.
     */
    private static final int PNG_OVERHEAD = 4096;
    /** Largest size of a contact sheet: its pixels at three bytes each. */
    private static final long MOST_SHEET_BYTES = 3 * 64_000_000L;

    private static final long SHEET_TILE_BYTES = 3 * 131L * 131;
    /** Bytes for the record of a run: images waiting to be written, the font of the contact sheet, events. */
    private static final long RECORD_BYTES = 100_000_000;

    private final StageServices session;
    private final Experiment experiment;

    SynthesisEstimator(StageServices session, Experiment experiment) {
        this.session = session;
        this.experiment = experiment;
    }

    /**
     * Estimates on the engine thread.
     *
     * @throws IOException if the dataset or the teacher cannot be read
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
            // A sheet is drawn with four bytes per pixel and written with three.
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
