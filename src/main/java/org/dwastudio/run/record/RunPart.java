package org.dwastudio.run.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.setting.TakesEffect;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.RunLog;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.StoredImages;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/**
 * Finished run of some of the columns of an experiment.
 *
 * @param directory folder of the run
 * @param experiment experiment with its tuning changes
 * @param metadata further dependencies of the run
 * @param images images of the run
 */
record RunPart(RunDirectory directory, Experiment experiment, RunMetadata metadata, StoredImages images) {

    /**
     * Reads a part and checks that it is complete.
     *
     * @throws RunFolderException if the folder holds no run, the run did not finish, or an image is missing, with a
     *     message for the user
     */
    static RunPart open(Path folder) throws IOException {
        RunDirectory directory = RunDirectory.open(folder);
        RunPart part =
                new RunPart(directory, experiment(directory), RunMetadata.read(directory), StoredImages.in(directory));
        if (!RunLog.reportsFinished(directory.log())) {
            throw part.problem("has not come to its end (run.log has no line 'finished'). Please run this part again:"
                    + " its experiment.yaml repeats it");
        }
        part.checkImages();
        return part;
    }

    private static Experiment experiment(RunDirectory directory) throws IOException {
        try {
            return ExperimentReader.read(directory.experiment());
        } catch (ConfigException e) {
            throw new RunFolderException(directory.folder(), Message.of("run.badExperiment", FailureCause.reason(e)));
        }
    }

    /** Returns the first column. */
    int first() {
        return experiment.synthesis().columns().start();
    }

    /** Returns the column after the last one. */
    int end() {
        int columns = columns();
        int end = experiment.synthesis().columns().end();
        return end == 0 ? columns : Math.min(end, columns);
    }

    /** Returns the columns of the whole run: the images per class, as changed during the run. */
    int columns() {
        int columns = 0;
        while (columns < imagesPerClassAt(columns)) {
            columns++;
        }
        return columns;
    }

    private int imagesPerClassAt(int column) {
        int count = experiment.synthesis().imagesPerClass();
        for (TuningChange change : tuning()) {
            if (change.parameter() == SynthesisConfig.IMAGES_PER_CLASS && change.column() <= column) {
                count = (int) change.to();
            }
        }
        return count;
    }

    /**
     * Returns what the parts of one run share: everything but the range, the name, paths, and how many columns run at the
     * same time, which only sets the order of changes made by hand.
     */
    Experiment common() {
        Experiment whole = whole();
        return whole.withSynthesis(
                        whole.tuning().isEmpty()
                                ? whole.synthesis().withParallelColumns(OptionalInt.empty())
                                : whole.synthesis())
                .withName("")
                .withDataset(experiment.dataset().withSource(""))
                .withTeacher(experiment.teacher().withWeights(""));
    }

    /** Returns the experiment of the whole run, its tuning changes in the order in which they take effect. */
    Experiment whole() {
        return experiment.withSynthesis(experiment.synthesis().whole()).withTuning(tuning());
    }

    private List<TuningChange> tuning() {
        Execution execution = experiment.synthesis().execution();
        return experiment.tuning().stream()
                .sorted(Comparator.<TuningChange>comparingLong(change -> change.position(execution))
                        .thenComparing(change -> change.parameter().range().takesEffect() != TakesEffect.NEXT_COLUMN)
                        .thenComparingInt(
                                change -> SynthesisSettings.parameters().indexOf(change.parameter())))
                .toList();
    }

    private void checkImages() throws RunFolderException {
        if (images.classes().isEmpty()) {
            throw problem("holds no images. Please take the folder as the run left it");
        }
        for (StoredImages.StoredClass stored : images.classes()) {
            TreeSet<Integer> wrong = new TreeSet<>(stored.files().keySet());
            for (int column = first(); column < end(); column++) {
                if (!wrong.remove(column)) {
                    throw problem("the image of class " + stored.label() + " (" + stored.name() + ") in column "
                            + column + " is missing. Please take the folder as the run left it");
                }
            }
            if (!wrong.isEmpty()) {
                throw problem(
                        "holds an image of column " + wrong.first() + ", but its experiment computes only columns "
                                + first() + " to " + (end() - 1) + ". Please take the folder as the run left it");
            }
        }
    }

    /** Returns a failure of joining parts, which only the command line does. */
    RunFolderException problem(String words) {
        return new RunFolderException(directory.folder(), Message.literal(words));
    }
}
