package org.dwastudio.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.config.yaml.SweepReader;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.sweep.plan.SweepExtension;
import org.dwastudio.sweep.search.Candidate;
import org.dwastudio.text.Message;

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

    /** Returns the lock file, held by the process that runs the sweep. */
    Path lock() {
        return root.resolve("sweep.lock");
    }

    /** Returns the duration of the run that has not ended. */
    public ElapsedTime elapsed() {
        return new ElapsedTime(root.resolve("elapsed.csv"));
    }

    /** Returns the report. */
    public Path report() {
        return root.resolve("report.html");
    }

    /** Returns the parent of all run folders, so that students on real images are trained once. */
    public Path runs() {
        return root.resolve("runs");
    }

    /**
     * Reads the settings of a sweep that has begun.
     *
     * @throws RunFolderException if they are missing or damaged
     */
    SweepFile recorded() throws RunFolderException {
        try {
            return SweepReader.readRecorded(settings());
        } catch (ConfigException e) {
            throw new RunFolderException(root, Message.of("sweep.otherSettings"));
        }
    }

    /**
     * Checks that the folder is new, or that its sweep can be continued with some settings.
     *
     * @throws RunFolderException if the folder holds another sweep
     */
    public void requireContinuable(SweepFile content) throws RunFolderException {
        if (Files.exists(settings())) {
            requireExtension(recorded(), content);
        }
    }

    /** Checks that nothing but values, trials and seeds is added. */
    void requireExtension(SweepFile before, SweepFile after) throws RunFolderException {
        Optional<Message> problem = new SweepExtension(before, after).problem();
        if (problem.isPresent()) {
            throw new RunFolderException(root, problem.get());
        }
    }

    /** Returns the run folder of a candidate and a seed. */
    public Path run(Candidate candidate, long seed) {
        String name = candidate.number() == 0 ? "preset" : String.format(Locale.ROOT, "%04d", candidate.number());
        return runs().resolve(name + "-seed-" + seed);
    }
}
