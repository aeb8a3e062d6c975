package org.dwastudio.run.history;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;

/**
 * A run in a line.
 *
 * @param folder the run folder
 * @param stage squeeze or synthesis
 * @param standing how it stands
 * @param experiment as it went; empty when it cannot be read
 * @param figures what came out
 * @param contactSheet all pictures on one, when there is one
 * @param started when the run began, or its folder was last written when that is not known
 * @param bytes on the disk
 * @param notes of the user
 * @param problem what is wrong with the folder, in words; empty when nothing is
 */
public record RunSummary(
        Path folder,
        StageName stage,
        RunState standing,
        Optional<Experiment> experiment,
        Figures figures,
        Optional<Path> contactSheet,
        Instant started,
        long bytes,
        RunNotes notes,
        String problem) {

    /**
     * What came out of a run; NaN for what was not measured.
     *
     * @param lastAccuracy of students on its pictures, or of the teacher that it trained, after the last step; 0 to 1
     * @param bestAccuracy the highest of all measurements; 0 to 1
     * @param vendi the last Vendi score
     * @param cosine the last within-class cosine
     */
    public record Figures(double lastAccuracy, double bestAccuracy, double vendi, double cosine) {
        static final Figures NONE = new Figures(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** The experiment's name, or the folder's where it cannot be read. */
    public String name() {
        return experiment.map(Experiment::name).orElse(folder.getFileName().toString());
    }

    RunSummary withNotes(RunNotes other) {
        return new RunSummary(
                folder, stage, standing, experiment, figures, contactSheet, started, bytes, other, problem);
    }
}
