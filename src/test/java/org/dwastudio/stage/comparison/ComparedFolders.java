package org.dwastudio.stage.comparison;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.run.ImageStore;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.TestImages;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.train.LabelType;

/** Folders of finished runs of three classes and two columns, with students of given accuracies. */
public final class ComparedFolders {
    /** Number of images of a run. */
    static final int IMAGES = 6;

    private static final List<String> CLASSES = List.of("T-shirt/top", "<b>boot</b>", "コート");

    private final Path parent;

    public ComparedFolders(Path parent) {
        this.parent = parent;
    }

    /** Returns the experiment of a run. */
    public static Experiment experiment(String name, double rho) {
        Experiment demonstration = SynthesisPresets.demonstration();
        return demonstration
                .withName(name)
                .withSynthesis(Adjustment.RHO.replacedIn(
                        demonstration.synthesis().withImagesPerClass(2).withIterations(2), rho));
    }

    /** Writes a finished run; the cross-entropies of its columns are the length of its name, and one more. */
    public Path run(Experiment experiment) throws IOException {
        return run(experiment, "00112233");
    }

    /** Writes a finished run of a dataset. */
    Path run(Experiment experiment, String dataset) throws IOException {
        RunDirectory run = RunDirectory.create(parent.resolve(experiment.name()));
        ExperimentWriter.write(experiment, run.experiment());
        Files.writeString(run.metadata(), """
                programVersion: "1.2.3"
                engineVersion: "PyTorch 2.7.1"
                device: "CPU · 2 threads"
                datasetFingerprint: "%s"
                teacherFingerprint: "44556677"
                started: "2026-11-24T10:15:30Z"
                """.formatted(dataset));
        end(run.folder(), "synthesis finished");
        double loss = experiment.name().length();
        Files.writeString(
                run.metrics(),
                "stage,metric,column,iteration,step,value\n"
                        + losses(0, 0, 0, 10)
                        + losses(0, 1, 1, loss)
                        + losses(1, 0, 2, 20)
                        + losses(1, 1, 3, loss + 1)
                        + "synthesis,real_vendi_score,1,1,3,1.5\nsynthesis,vendi_score,1,1,3,1.25\n");
        ImageStore store = new ImageStore(run.images(), CLASSES, 2);
        store.write(0, 0, TestImages.random(CLASSES.size(), 8, 3, 1), experiment);
        store.write(1, 0, TestImages.random(CLASSES.size(), 8, 3, 2), experiment);
        return run.folder();
    }

    /** Returns the rows of a step whose loss is cross-entropy alone. */
    static String losses(int column, int iteration, int step, double crossEntropy) {
        return Stream.of(
                        "total_loss,%s" + crossEntropy,
                        "cross_entropy,%s" + crossEntropy,
                        "batch_norm_mean,%s0",
                        "batch_norm_variance,%s0")
                .map(row -> "synthesis," + row.formatted(column + "," + iteration + "," + step + ",") + "\n")
                .collect(Collectors.joining());
    }

    /** Replaces the end of a run in its log. */
    static void end(Path run, String event) throws IOException {
        Files.writeString(run.resolve("run.log"), "2026-11-24T10:16:30Z  " + event + "\n");
    }

    /** Writes students with soft labels on the images of a run, with one accuracy per student. */
    public void evaluate(Path run, Experiment experiment, double... accuracies) throws IOException {
        students(run, experiment, TrainingSet.DISTILLED, IMAGES, accuracies);
    }

    /** Writes students with soft labels on real images. */
    public void real(Path run, Experiment experiment, TrainingSet set, double... accuracies) throws IOException {
        students(run, experiment, set, set == TrainingSet.FULL_REAL ? 600 : IMAGES, accuracies);
    }

    /** Writes students with soft labels. */
    void students(Path run, Experiment experiment, TrainingSet set, int images, double... accuracies)
            throws IOException {
        Path folder =
                run.resolve("evaluation/convnet3-w16-" + experiment.evaluation().epochs() + "-" + experiment.seed());
        Path students = Files.createDirectories(folder.resolve("students"));
        for (int student = 0; student < accuracies.length; student++) {
            StudentTask task = new StudentTask(set, LabelType.SOFT, student);
            Files.writeString(
                    students.resolve(task.key() + ".json"),
                    new Gson().toJson(result(task, images, accuracies[student], experiment.evaluation())));
        }
        ExperimentWriter.write(experiment, folder.resolve("experiment.yaml"));
    }

    private static StudentResult result(StudentTask task, int images, double accuracy, EvaluationConfig recipe) {
        long[][] confusion = {{6, 4, 0}, {5, 15, 0}, {0, 0, 30}};
        return new StudentResult(task, images, recipe.epochs(), accuracy, accuracy, 1, 1, 12, confusion);
    }
}
