package org.dwastudio.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.dwastudio.run.TestImages;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotReader;
import org.dwastudio.run.snapshot.SnapshotWriter;
import org.dwastudio.stage.inspection.ClassMetrics;
import org.dwastudio.stage.inspection.InspectionReport;
import org.dwastudio.stage.inspection.InspectionTable;
import org.dwastudio.stage.inspection.SetMetrics;
import org.dwastudio.weights.numpy.FloatMatrixFile;

/** Readers of tables of inspections, of cached features and of snapshots. */
final class InspectionReaders {
    private static final SetMetrics METRICS = new SetMetrics(
            OptionalDouble.of(0.1), 2, 3, OptionalDouble.of(0.9), OptionalDouble.of(0.5), OptionalDouble.of(1));

    private InspectionReaders() {}

    static List<ForeignReader> all() {
        return List.of(
                ForeignReader.of(
                        "table of an inspection",
                        folder -> InspectionTable.write(
                                folder,
                                InspectionReport.of(List.of(new ClassMetrics(0, "bar", 4, METRICS, METRICS, 100)))),
                        "inspection.csv",
                        (folder, scratch) -> InspectionTable.read(folder)),
                ForeignReader.of(
                        "cached features",
                        folder -> FloatMatrixFile.write(
                                folder.resolve("features.npy"), 2, 3, target -> target.add(1, 2, 3, 4, 5, 6)),
                        "features.npy",
                        (folder, scratch) -> read(folder.resolve("features.npy"))),
                ForeignReader.of(
                        "snapshots",
                        InspectionReaders::writeSnapshot,
                        "snapshots.bin",
                        (folder, scratch) -> readSnapshots(folder.resolve("snapshots.bin"))));
    }

    private static void writeSnapshot(Path folder) throws IOException {
        try (SnapshotWriter writer = new SnapshotWriter(folder.resolve("snapshots.bin"), 0, 10_000)) {
            writer.add(new Snapshot(0, 0, 4, 2), TestImages.random(2, 4, 1, 1), 2);
        }
    }

    private static void readSnapshots(Path file) throws IOException {
        try (SnapshotReader reader = SnapshotReader.open(file)) {
            for (int i = 0; i < reader.snapshots().size(); i++) {
                reader.images(i);
            }
        }
    }

    private static void read(Path file) throws Exception {
        FloatMatrixFile.open(file).close();
    }
}
