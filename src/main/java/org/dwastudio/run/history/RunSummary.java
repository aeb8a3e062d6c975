package org.dwastudio.run.history;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;

/**
 * Summary of a run, one line of the history.
 *
 * @param folder the run folder
 * @param stage squeeze or synthesis
 * @param state state of the run
 * @param experiment experiment with its tuning changes; empty if it cannot be read
 * @param figures results
 * @param contactSheet sheet of all images, if there is one
 * @param started start time of the run, or modification time of its folder if unknown
 * @param bytes size on the disk
 * @param notes notes of the user
 * @param problem message about a problem with the folder; empty if there is none
 */
public record RunSummary(
        Path folder,
        StageName stage,
        RunState state,
        Optional<Experiment> experiment,
        Figures figures,
        Optional<Path> contactSheet,
        Instant started,
        long bytes,
        RunNotes notes,
        String problem) {

    /**
     * Results of a run; NaN for values that were not measured.
     *
     * @param lastAccuracy accuracy of students on its images, or of the teacher that it trained, after the last step; 0
     *     to 1
     * @param bestAccuracy highest of all measurements; 0 to 1
     * @param vendi last Vendi score
     * @param cosine last within-class cosine
     */
    public record Figures(double lastAccuracy, double bestAccuracy, double vendi, double cosine) {
        static final Figures NONE = new Figures(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * Returns the name that the user gave the run, or else that of its experiment, or of its folder if the experiment
     * cannot be read.
     */
    public String name() {
        return notes.name().isEmpty() ? ownName() : notes.name();
    }

    /** Returns the name that the run has without one of the user. */
    public String ownName() {
        return experiment.map(Experiment::name).orElse(folder.getFileName().toString());
    }

    /** Returns true if the run creates images, false if it trains a teacher. */
    public boolean hasImages() {
        return RunKind.SYNTHESIS.stage().equals(stage);
    }

    /** Returns the experiment if the run creates images. */
    public Optional<Experiment> synthesis() {
        return experiment.filter(own -> hasImages());
    }

    /** Returns the experiment if the run trains a teacher. */
    public Optional<Experiment> squeeze() {
        return experiment.filter(own -> !hasImages());
    }

    RunSummary withNotes(RunNotes other) {
        return new RunSummary(folder, stage, state, experiment, figures, contactSheet, started, bytes, other, problem);
    }
}
