package org.dwastudio.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.setting.ParameterRange.Scale;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.config.sweep.SweptRange;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.config.yaml.SweepWriter;
import org.dwastudio.sweep.search.Candidate;

/** Folders of sweeps over the radius with given scores: 0.01, 0.02 and 0.04, three seeds each. */
public final class SweptFolders {
    /** First seed of the experiment. */
    public static final long SEED = SynthesisPresets.demonstration().seed();

    private static final int SEEDS = 3;

    private SweptFolders() {}

    /** Returns the settings of the sweep. */
    public static SweepFile content() {
        return new SweepFile(
                SynthesisPresets.demonstration(),
                SweepConfig.gridOf(List.of(new SweptParameter(
                        "synthesis.rho",
                        List.of(),
                        Optional.of(new SweptRange(0.01, 0.04, 3, Scale.LOGARITHMIC)),
                        false))));
    }

    /** Returns the trials: preset 0.6, random real images 0.5, and 0.62, 0.7 and 0.71 with small spreads. */
    public static List<Trial> trials() {
        Candidate preset = new Candidate(0, Map.of(), 1);
        return List.of(
                new Trial(Trial.Kind.PRESET, preset, runs(0.6, 0.001), SEEDS),
                new Trial(Trial.Kind.RANDOM_REAL, preset, runs(0.5, 0.002), SEEDS),
                trial(1, "0.01", 0.62, 0.001),
                trial(2, "0.02", 0.7, 0.002),
                trial(3, "0.04", 0.71, -0.02));
    }

    private static Trial trial(int number, String rho, double score, double spread) {
        return new Trial(
                Trial.Kind.CANDIDATE,
                new Candidate(number, Map.of("synthesis.rho", rho), 1),
                runs(score, spread),
                SEEDS);
    }

    private static List<SeedRun> runs(double score, double spread) {
        List<SeedRun> runs = new ArrayList<>();
        for (int i = 0; i < SEEDS; i++) {
            runs.add(new SeedRun(
                    SEED + i,
                    OptionalDouble.of(score + (i - 1) * spread),
                    OptionalDouble.of(1.5),
                    60,
                    Optional.empty()));
        }
        return runs;
    }

    /** Writes the folder of a sweep. */
    public static SweepFolder write(Path root, List<Trial> trials, List<TestRun> tests) throws IOException {
        Files.createDirectories(root);
        SweepFolder folder = new SweepFolder(root);
        SweepWriter.write(content(), folder.settings());
        new TrialsTable(content().sweep().parameters()).write(folder.trials(), trials);
        if (!tests.isEmpty()) {
            TestTable.write(folder.test(), tests);
        }
        return folder;
    }

    /** Returns students of the best trial and the baselines on the test split. */
    public static List<TestRun> tests() {
        List<TestRun> tests = new ArrayList<>();
        for (int i = 0; i < SEEDS; i++) {
            tests.add(new TestRun("3", "3", SEED + i, 0.69 + 0.01 * i));
            tests.add(new TestRun("preset", "3", SEED + i, 0.59 + 0.005 * i));
            tests.add(new TestRun("random-real", "3", SEED + i, 0.49));
        }
        return tests;
    }
}
