package org.dwastudio.sweep;

import java.nio.file.Path;
import java.util.Locale;
import org.dwastudio.sweep.search.Candidate;

/**
 * Folder of a sweep: its settings, its tables, and a run folder per candidate and seed.
 *
 * @param root the folder
 */
public record SweepFolder(Path root) {

    /** Returns the settings of the sweep. */
    public Path settings() {
        return root.resolve("sweep.yaml");
    }

    /** Returns the table of all runs. */
    public Path trials() {
        return root.resolve("trials.csv");
    }

    /** Returns the plan: the numbered trials, and those that are left out. */
    public Path plan() {
        return root.resolve("plan.csv");
    }

    /** Returns the table of the students on the test split. */
    public Path test() {
        return root.resolve("test.csv");
    }

    /** Returns the report. */
    public Path report() {
        return root.resolve("report.html");
    }

    /** Returns the parent of all run folders, so that students on real images are trained once. */
    public Path runs() {
        return root.resolve("runs");
    }

    /** Returns the run folder of a candidate and a seed. */
    public Path run(Candidate candidate, long seed) {
        String name = candidate.number() == 0 ? "preset" : String.format(Locale.ROOT, "%04d", candidate.number());
        return runs().resolve(name + "-seed-" + seed);
    }
}
