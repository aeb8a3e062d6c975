package org.dwastudio.stage.synthesis.step;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.run.snapshot.SnapshotSchedule;
import org.dwastudio.stage.synthesis.state.ClassBatch;

/**
 * Snapshots of columns for the time line of a run. Every column has an equal share of the budget, so that what a column
 * keeps depends on its own settings only. Columns may advance on several threads.
 */
public final class SnapshotKeeper {
    private final long columnBytes;
    private final Map<Length, SnapshotSchedule> schedules = new ConcurrentHashMap<>();

    private record Length(int iterations, int most) {}

    /** @param columnBytes bytes of one snapshot of a column, with what the file needs beyond the pixels */
    public SnapshotKeeper(long columnBytes) {
        this.columnBytes = columnBytes;
    }

    /**
     * Adds the images of a batch to a report if its schedule has its iteration, or if it ends because the number of
     * iterations fell below its own.
     *
     * @param start values that the column begins with
     * @param now values of the step
     * @param iteration pixel steps of the batch
     */
    public void keepIfDue(
            ClassBatch batch,
            SynthesisConfig start,
            SynthesisConfig now,
            int iteration,
            NDArray images,
            StepReport report) {
        Length length = new Length(now.iterations(), most(start, now));
        boolean endsEarly = iteration > now.iterations() && length.most() > 0;
        if (endsEarly
                || schedules
                        .computeIfAbsent(length, key -> SnapshotSchedule.of(key.iterations(), key.most()))
                        .isDue(iteration)) {
            report.keepSnapshot(batch, iteration, images);
        }
    }

    private int most(SynthesisConfig start, SynthesisConfig now) {
        long share = now.execution().snapshotBytes() / start.imagesPerClass();
        return (int) Math.min(Integer.MAX_VALUE, share / columnBytes);
    }
}
