package org.dwastudio.stage.synthesis;

import java.io.IOException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.SmallClasses;
import org.dwastudio.nn.PassFootprint;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.stage.StageDemand;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.concurrent.ParallelChoice;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.teacher.Teacher;

/**
 * Estimator of the time, memory and disk space of a synthesis. Step times are measured; memory and disk space are
 * computed.
 *
 * @param experiment the experiment
 * @param stepsDone number of steps that an interrupted run has made
 */
record SynthesisEstimator(StageServices services, Experiment experiment, long stepsDone) {
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

    /**
     * Measures on the engine thread, for a few seconds.
     *
     * @throws IOException if the dataset or the teacher cannot be read
     */
    StageDemand demand() throws IOException {
        SynthesisConfig config = experiment.synthesis();
        ImageDataset dataset = services.dataset(experiment.dataset());
        try (Teacher teacher =
                services.openTeacher(experiment.teacher(), experiment.dataset(), SynthesisInputs.dataType(config))) {
            SynthesisInputs inputs = SynthesisInputs.of(teacher, dataset);
            NetworkConfig network = inputs.teacher().config();
            ParallelColumns choice = new ParallelColumns(services, inputs, experiment);
            ParallelChoice parallel = config.matching().isOn() ? ParallelChoice.ONE : choice.measured();
            SynthesisMemory memory = new SynthesisMemory(
                    PassFootprint.of(inputs.teacher(), services.manager()),
                    network,
                    ParallelColumns.with(config, parallel));
            PixelOperators operators = services.operators();
            int columns = config.columnCount();
            long images = (long) columns * network.classes();
            // A sheet is drawn with four bytes per pixel and written with three.
            long record = RECORD_BYTES + sheetBytes(images) / 3 * 4;
            int batch = Math.min(config.batchSize(), network.classes());
            int fitting = memory.fittingBatchSize(services.memory().room() - record, batch);
            int slices = (network.classes() + config.batchSize() - 1) / config.batchSize();
            double seconds = new SynthesisClock(inputs, config, operators, services.manager())
                    .secondsPerStep((double) network.classes() / slices, Math.max(1, fitting));
            // In a distribution matching, all columns make a step together.
            int rounds = config.matching().isOn() ? 1 : columns;
            long steps = (long) rounds * slices * config.iterations();
            long left = Math.max(0, steps - stepsDone);
            StageDemand demand = new StageDemand(
                    left,
                    seconds / parallel.speedup(),
                    batch,
                    1,
                    size -> record + memory.bytes(size),
                    diskBytes(network, steps == 0 ? images : images * left / steps, left) + sheetBytes(images));
            return demand.withNote(SmallClasses.note(dataset, config.imagesPerClass()));
        }
    }

    private static long diskBytes(NetworkConfig network, long images, long steps) {
        long pixels = (long) network.imageSize() * network.imageSize() * network.channels();
        return images * (pixels + PNG_OVERHEAD) + steps * METRICS_BYTES;
    }

    private static long sheetBytes(long images) {
        return Math.min(MOST_SHEET_BYTES, images * SHEET_TILE_BYTES);
    }
}
