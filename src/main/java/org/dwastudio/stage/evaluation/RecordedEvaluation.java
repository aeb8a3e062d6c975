package org.dwastudio.stage.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.data.folder.ExportedSet;
import org.dwastudio.stage.evaluation.result.EvaluationOverview;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.TrainingSet;

/**
 * Results of one evaluation in a run folder.
 *
 * @param name of its folder
 * @param experiment with its recipe; empty when the process was killed before the file was written, or when the file is
 *     broken
 * @param results of the finished students, one or more, in training order
 * @param newest time at which the last of them was written
 */
public record RecordedEvaluation(
        String name, Optional<Experiment> experiment, List<StudentResult> results, FileTime newest) {
    private static final Comparator<StudentResult> ORDER = Comparator.<StudentResult>comparingInt(
                    result -> result.task().student())
            .thenComparing(result -> result.task().labels())
            .thenComparing(result -> result.task().set());

    public RecordedEvaluation {
        results = List.copyOf(results);
    }

    /**
     * Returns all evaluations with at least one finished student, newest first.
     *
     * @param run a run folder
     * @throws IOException when a student's file is broken
     */
    public static List<RecordedEvaluation> in(Path run) throws IOException {
        List<RecordedEvaluation> all = new ArrayList<>();
        for (Path folder : children(EvaluationFolder.parent(run))) {
            List<StudentResult> results = new ArrayList<>();
            FileTime newest = FileTime.fromMillis(0);
            for (Path file : children(EvaluationFolder.students(folder))) {
                if (file.getFileName().toString().endsWith(EvaluationFolder.RESULT)) {
                    results.add(new StudentResultFile(file).read());
                    FileTime written = Files.getLastModifiedTime(file);
                    newest = written.compareTo(newest) > 0 ? written : newest;
                }
            }
            if (!results.isEmpty()) {
                results.sort(ORDER);
                all.add(new RecordedEvaluation(folder.getFileName().toString(), experiment(folder), results, newest));
            }
        }
        all.sort(Comparator.comparing(RecordedEvaluation::newest).reversed().thenComparing(RecordedEvaluation::name));
        return all;
    }

    /** Returns true if the evaluation was made when the run had another number of images. */
    public boolean isOutdated(int images) {
        return results.stream()
                .anyMatch(result -> result.task().set().images() == TrainingSet.DISTILLED && result.images() != images);
    }

    /**
     * Returns all evaluations of a run or an export of its images, in one table. It contains no accuracies of single classes.
     *
     * @param folder a run folder, or an export
     * @throws IOException when a student's file is broken
     */
    public static EvaluationOverview overview(Path folder) throws IOException {
        Path results = ExportedSet.originOf(folder).isPresent() ? EvaluatedFolder.resultsOfExport(folder) : folder;
        return new EvaluationOverview(in(results).stream()
                .map(one -> new EvaluationOverview.Named(one.name(), one.report(List.of())))
                .toList());
    }

    /**
     * Returns the report on the results. The number of all real images is that of the students on them.
     *
     * @param classNames names of the classes, in label order; none to leave out accuracies of single classes
     */
    public EvaluationReport report(List<String> classNames) {
        return new EvaluationReport(results, realImages(), classNames);
    }

    /** Returns the number of all real training images; 0 if no student was trained on them. */
    public int realImages() {
        return results.stream()
                .filter(result -> result.task().set() == TrainingSet.FULL_REAL)
                .mapToInt(StudentResult::images)
                .findFirst()
                .orElse(0);
    }

    private static Optional<Experiment> experiment(Path folder) {
        Path file = folder.resolve(EvaluationFolder.EXPERIMENT);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ExperimentReader.read(file));
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }
}
