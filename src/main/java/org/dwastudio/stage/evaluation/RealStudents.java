package org.dwastudio.stage.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.StudentLabels;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reuse of students trained on real images. They do not depend on the distilled images, so an evaluation copies them
 * from another run in the same parent folder when data, teacher, recipe, seed, number of images, number of steps and the
 * images that they are measured on are all equal, instead of training them again.
 *
 * @param digits hash of everything that determines these students
 */
public record RealStudents(String digits) {
    private static final Logger LOG = LoggerFactory.getLogger(RealStudents.class);
    private static final String FILE = "real-students.txt";
    private static final long MOST_BYTES = 1 << 12;
    /** Settings that marks leave out, as those of versions without them do; they do not determine the students. */
    private static final String NOT_IN_EARLIER_MARKS =
            ", parallelStudents=OptionalInt.empty, withoutAugmentation=false";

    /**
     * Identifies the students on real images that an evaluation compares with.
     *
     * @param evaluation the evaluation that contains them
     * @param teacher fingerprint of the weights that produce the soft labels
     */
    public static RealStudents of(Evaluation evaluation, String teacher) {
        EvaluationConfig recipe = evaluation
                .config()
                .ofEveryStudent()
                // Soft labels are stored for the distilled set only.
                .withLabels(labels -> labels.withSoftLabels(StudentLabels.SoftLabels.ONLINE));
        int[] drawn = evaluation.sets().distilled().labels().clone();
        Arrays.sort(drawn);
        ScoredOn scoredOn = evaluation.sets().real().scoredOn();
        return new RealStudents(EvaluationFolder.digits(String.join(
                        " ",
                        recipe.toString().replace(NOT_IN_EARLIER_MARKS, ""),
                        Long.toString(evaluation.seed()),
                        evaluation.sets().real().fingerprint(),
                        teacher,
                        Arrays.toString(drawn),
                        Integer.toString(evaluation.steps()))
                + (scoredOn == ScoredOn.TEST ? "" : " " + scoredOn)));
    }

    /**
     * Copies missing results from the other runs in the parent folder, and marks the folder so that other runs can find
     * its students.
     *
     * @param run the run folder
     * @param folder its evaluation
     * @param tasks all students of the evaluation
     */
    public void adopt(Path run, EvaluationFolder folder, List<StudentTask> tasks) throws IOException {
        folder.mark(FILE, digits);
        List<StudentTask> real = tasks.stream()
                .filter(task -> task.set().images() != TrainingSet.DISTILLED)
                .toList();
        for (Path other : siblings(run.toAbsolutePath().normalize())) {
            folder.copyMissing(real, other);
        }
    }

    /**
     * Returns the students that {@link #adopt} would find in other runs.
     *
     * @param run the run folder
     * @param tasks all students of the evaluation
     */
    Set<StudentTask> available(Path run, List<StudentTask> tasks) throws IOException {
        List<Path> others = siblings(run.toAbsolutePath().normalize());
        return tasks.stream()
                .filter(task -> task.set().images() != TrainingSet.DISTILLED)
                .filter(task -> others.stream().anyMatch(other -> EvaluationFolder.has(other, task)))
                .collect(Collectors.toSet());
    }

    private List<Path> siblings(Path run) throws IOException {
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
            return Files.exists(mark) && BoundedFile.readLines(mark, MOST_BYTES).contains(digits);
        } catch (IOException e) {
            LOG.debug("Students in {} are ignored", evaluation, e);
            return false;
        }
    }
}
