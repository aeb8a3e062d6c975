package org.dwastudio.stage.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.StudentLabels;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Students on real images are the same whatever was distilled. An evaluation so takes those of a run in a folder beside
 * its own, when data, teacher, recipe, seed, number of images and of steps are all the same, instead of training them again.
 *
 * @param digits of all that decides these students
 */
public record RealStudents(String digits) {
    private static final Logger LOG = LoggerFactory.getLogger(RealStudents.class);
    private static final String FILE = "real-students.txt";

    /**
     * Those that an evaluation compares with.
     *
     * @param evaluation whose students on real images are meant
     * @param teacher fingerprint of the weights that give the soft labels
     */
    public static RealStudents of(Evaluation evaluation, String teacher) {
        EvaluationConfig recipe = EvaluationConfig.STUDENTS
                .replacedIn(evaluation.config(), 1)
                // Only those of the distilled set are stored.
                .withLabels(labels -> labels.withSoftLabels(StudentLabels.SoftLabels.ONLINE)
                        .withKinds(StudentLabels.LabelKinds.BOTH));
        int[] drawn = evaluation.sets().distilled().labels().clone();
        Arrays.sort(drawn);
        return new RealStudents(EvaluationFolder.digits(String.join(
                " ",
                recipe.toString(),
                Long.toString(evaluation.seed()),
                evaluation.sets().real().fingerprint(),
                teacher,
                Arrays.toString(drawn),
                Integer.toString(evaluation.steps()))));
    }

    /**
     * Copies those of the runs beside this one that are not kept yet, and marks the folder, so that other runs find its
     * students.
     *
     * @param run the run folder
     * @param folder its evaluation
     * @param tasks all students of the evaluation
     */
    public void adopt(Path run, EvaluationFolder folder, List<StudentTask> tasks) throws IOException {
        folder.mark(FILE, digits);
        List<StudentTask> real = tasks.stream()
                .filter(task -> task.set() != TrainingSet.DISTILLED)
                .toList();
        for (Path other : besides(run.toAbsolutePath().normalize())) {
            folder.copyMissing(real, other);
        }
    }

    private List<Path> besides(Path run) throws IOException {
        if (run.getParent() == null) {
            return List.of();
        }
        List<Path> evaluations = new ArrayList<>();
        for (Path other : foldersIn(run.getParent())) {
            if (!other.equals(run)) {
                evaluations.addAll(foldersIn(other.resolve("evaluation")));
            }
        }
        return evaluations.stream().filter(this::isMarkedAlike).toList();
    }

    private static List<Path> foldersIn(Path parent) throws IOException {
        if (!Files.isDirectory(parent) || !Files.isReadable(parent)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(Files::isDirectory).sorted().toList();
        }
    }

    private boolean isMarkedAlike(Path evaluation) {
        Path mark = evaluation.resolve(FILE);
        try {
            return Files.exists(mark) && Files.readString(mark).strip().equals(digits);
        } catch (IOException e) {
            LOG.debug("Students in {} are not looked at", evaluation, e);
            return false;
        }
    }
}
