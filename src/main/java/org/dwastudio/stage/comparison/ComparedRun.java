package org.dwastudio.stage.comparison;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.StoredImages;
import org.dwastudio.run.history.LoadedRun;
import org.dwastudio.run.history.RunNotes;
import org.dwastudio.run.history.RunState;
import org.dwastudio.stage.evaluation.RecordedEvaluation;
import org.dwastudio.stage.inspection.InspectionReport;
import org.dwastudio.stage.inspection.InspectionTable;
import org.dwastudio.text.Message;

/**
 * One of the compared runs.
 *
 * @param label short label, {@code A} for the first run
 * @param directory folder of the run
 * @param name name that the user gave the run, or else that of its experiment
 * @param state state of the run
 * @param experiment experiment with its tuning changes
 * @param metadata versions and fingerprints; empty if the folder does not contain them
 * @param images number of images
 * @param measurements last measurements of the synthesis
 * @param inspection last inspection; empty if the run was not inspected
 * @param evaluations all evaluations, the newest first
 */
public record ComparedRun(
        String label,
        RunDirectory directory,
        String name,
        RunState state,
        Experiment experiment,
        Optional<RunMetadata> metadata,
        int images,
        FinalMeasurements measurements,
        Optional<InspectionReport> inspection,
        List<RecordedEvaluation> evaluations) {
    private static final int LETTERS = 26;

    public ComparedRun {
        evaluations = List.copyOf(evaluations);
    }

    /**
     * Reads a run.
     *
     * @param place place among the compared runs, from 0
     * @throws IOException if the folder holds no synthesis, or a part of it is broken, with a message for the user
     * @throws ConfigException if its experiment cannot be read, with a message for the user
     */
    public static ComparedRun read(RunDirectory directory, int place) throws IOException, ConfigException {
        if (!LoadedRun.createsImages(directory)) {
            throw new RunFolderException(directory.folder(), Message.of("compare.teacher"));
        }
        Experiment experiment = ExperimentReader.read(directory.experiment());
        String name = RunNotes.read(directory.folder()).name();
        return new ComparedRun(
                label(place),
                directory,
                name.isEmpty() ? experiment.name() : name,
                RunState.of(directory, false),
                experiment,
                metadata(directory),
                StoredImages.in(directory).count(),
                FinalMeasurements.read(directory, experiment),
                InspectionTable.read(directory.folder()),
                RecordedEvaluation.in(directory.folder()));
    }

    private static Optional<RunMetadata> metadata(RunDirectory directory) throws IOException {
        try {
            return Optional.of(RunMetadata.read(directory));
        } catch (RunFolderException e) {
            // Run folders of the first versions may lack it; settings are compared instead of fingerprints.
            return Optional.empty();
        }
    }

    /** Returns A to Z, then AA, AB and so on. */
    static String label(int place) {
        String last = String.valueOf((char) ('A' + place % LETTERS));
        return place < LETTERS ? last : label(place / LETTERS - 1) + last;
    }

    /** Returns true if the run has all its images. */
    public boolean isFinished() {
        return state == RunState.FINISHED;
    }

    /** Returns the evaluations of the current images whose recipe is known, the newest first. */
    public List<RecordedEvaluation> comparableEvaluations() {
        return evaluations.stream()
                .filter(evaluation -> evaluation.experiment().isPresent() && !evaluation.isOutdated(images))
                .toList();
    }

    /** Returns the number of evaluations that cannot be compared: of other images, or with an unknown recipe. */
    public int otherEvaluations() {
        return evaluations.size() - comparableEvaluations().size();
    }

    /** Returns true if the run was inspected when it had another number of images. */
    public boolean isInspectionOutdated() {
        return inspection.filter(report -> report.images() != images).isPresent();
    }
}
