package org.dwastudio.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.config.yaml.SweepReader;
import org.dwastudio.sweep.SeedRun;
import org.dwastudio.sweep.SweepFolder;
import org.dwastudio.sweep.TestTable;
import org.dwastudio.sweep.Trial;
import org.dwastudio.sweep.TrialsTable;
import org.dwastudio.sweep.plan.PlanFile;
import org.dwastudio.sweep.search.Candidate;

/** Readers of the tables and settings of sweeps. */
final class SweepReaders {
    private static final List<SweptParameter> PARAMETERS =
            List.of(SweptParameter.of("synthesis.rho", List.of("0.01", "0.1")));

    private SweepReaders() {}

    static List<ForeignReader> all() {
        return List.of(
                ForeignReader.of("trials of a sweep", SweepReaders::writeTrials, "trials.csv", (folder, scratch) -> {
                    SweepFolder files = new SweepFolder(folder);
                    new TrialsTable(PARAMETERS).trials(files.trials(), 1);
                }),
                ForeignReader.of(
                        "plan of a sweep",
                        folder -> Files.writeString(
                                folder.resolve("plan.csv"), "trial,share,skipped,synthesis.rho\n1,1.0,false,0.01\n"),
                        "plan.csv",
                        (folder, scratch) -> new PlanFile(PARAMETERS).read(folder.resolve("plan.csv"))),
                ForeignReader.of(
                        "tests of a sweep",
                        folder -> Files.writeString(
                                folder.resolve("test.csv"), "trial,winner,seed,score\npreset,preset,42,0.5\n"),
                        "test.csv",
                        (folder, scratch) -> TestTable.read(folder.resolve("test.csv"))),
                ForeignReader.of(
                        "duration of a run of a sweep",
                        folder -> Files.writeString(folder.resolve("elapsed.csv"), "preset,42,12.5\n"),
                        "elapsed.csv",
                        (folder, scratch) -> new SweepFolder(folder).elapsed().of("preset", 42)),
                ForeignReader.of(
                        "settings of a sweep",
                        folder -> Files.writeString(
                                folder.resolve("sweep.yaml"),
                                "name: radius\nsweep:\n  parameters: [{key: synthesis.rho, values: [0.01]}]\n"),
                        "sweep.yaml",
                        (folder, scratch) -> SweepReader.read(folder.resolve("sweep.yaml"), Map.of())));
    }

    private static void writeTrials(Path folder) throws IOException {
        SeedRun run = new SeedRun(42, OptionalDouble.of(0.5), OptionalDouble.of(1.5), 3, Optional.empty());
        new TrialsTable(PARAMETERS)
                .write(
                        new SweepFolder(folder).trials(),
                        List.of(new Trial(
                                Trial.Kind.CANDIDATE,
                                new Candidate(1, Map.of("synthesis.rho", "0.01"), 1),
                                List.of(run),
                                1)));
    }
}
