package org.dwastudio.stage.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.Directories;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folder with the results of all students of one recipe: {@code evaluation/resnet18-w64-1a2b3c4d} in the run folder,
 * one file per student. The hexadecimal digits are a hash of the recipe and the distilled images, which keeps the
 * results of different evaluations apart.
 */
public final class EvaluationFolder {
    private static final Logger LOG = LoggerFactory.getLogger(EvaluationFolder.class);
    static final String EXPERIMENT = "experiment.yaml";
    /** File extension of a student result. */
    static final String RESULT = ".json";

    private static final int DIGITS = 8;

    private final Path folder;

    /**
     * Locates the folder of an experiment's evaluation.
     *
     * @param run the run folder
     * @param experiment provides the recipe and the seed
     * @param images fingerprint of the distilled set
     */
    public EvaluationFolder(Path run, Experiment experiment, String images) throws IOException {
        EvaluationConfig config = experiment.evaluation();
        // More students, other kinds of labels, students without augmentation, or another number of students at the
        // same
        // time continue with the existing results.
        Experiment recipe = experiment.withEvaluation(config.ofEveryStudent());
        folder = parent(run)
                .resolve(config.network().architecture() + "-w"
                        + config.network().width() + "-" + digits(ExperimentWriter.toFirstYaml(recipe) + images));
    }

    /**
     * Returns the recipe of a run's most recent evaluation.
     *
     * @return empty when there is no evaluation or its experiment file cannot be read
     */
    public static Optional<EvaluationConfig> newestRecipe(Path run) throws IOException {
        if (!Files.isDirectory(parent(run))) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(parent(run))) {
            return folders.map(one -> one.resolve(EXPERIMENT))
                    .filter(Files::isRegularFile)
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .flatMap(EvaluationFolder::recipeIn);
        }
    }

    private static Optional<EvaluationConfig> recipeIn(Path experiment) {
        try {
            return Optional.of(ExperimentReader.read(experiment).evaluation());
        } catch (ConfigException e) {
            // The file was edited by hand: the page that shows its students must still open.
            return Optional.empty();
        }
    }

    /** Returns the folder that contains all evaluations of a run. */
    static Path parent(Path run) {
        return run.resolve("evaluation");
    }

    public Path path() {
        return folder;
    }

    /** Creates the folder before the first student is trained. */
    void begin() throws IOException {
        try {
            Path evaluations = Objects.requireNonNull(folder.toAbsolutePath().getParent());
            // An export is evaluated in a new folder next to it.
            Files.createDirectories(Objects.requireNonNull(evaluations.getParent()));
            for (Path own : List.of(evaluations, folder, students(folder))) {
                Directories.make(own);
            }
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(folder, e);
        }
    }

    /**
     * Writes the result of a finished student.
     *
     * @throws RunFolderException when the disk is full or the folder has disappeared
     */
    public void keep(StudentResult result) throws IOException {
        try {
            file(result.task()).write(result);
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(folder, e);
        }
    }

    /** Writes a short text file next to the student results. */
    void mark(String name, String text) throws IOException {
        begin();
        try {
            AtomicFile.write(folder.resolve(name), text + "\n");
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(folder, e);
        }
    }

    /**
     * Copies the missing results of these students from another evaluation, where available. Unreadable results are
     * skipped.
     *
     * @param other the folder of that evaluation
     */
    void copyMissing(List<StudentTask> tasks, Path other) throws IOException {
        for (StudentTask task : tasks) {
            StudentResultFile there = file(other, task);
            if (Files.exists(there.path()) && !Files.exists(file(task).path())) {
                Optional<StudentResult> result = readable(there);
                if (result.isPresent()) {
                    keep(result.get());
                }
            }
        }
    }

    private Optional<StudentResult> readable(StudentResultFile file) {
        try {
            return Optional.of(file.read());
        } catch (IOException e) {
            LOG.warn("Results of a neighboring run are not taken over: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Reads the stored results of these students.
     *
     * @throws IOException when a file cannot be read or is not a result
     */
    public Map<StudentTask, StudentResult> kept(List<StudentTask> tasks) throws IOException {
        Map<StudentTask, StudentResult> results = new HashMap<>();
        for (StudentTask task : tasks) {
            StudentResultFile file = file(task);
            if (Files.exists(file.path())) {
                results.put(task, file.read());
            }
        }
        return results;
    }

    /**
     * Writes the experiment and the result tables.
     *
     * @throws RunFolderException when the disk is full or the folder has disappeared
     */
    public void writeTables(Experiment experiment, EvaluationReport report) throws IOException {
        try {
            ExperimentWriter.write(experiment, folder.resolve(EXPERIMENT));
            AtomicFile.write(folder.resolve("evaluation.md"), report.markdown());
            AtomicFile.write(folder.resolve("evaluation.tex"), report.latex());
            AtomicFile.write(folder.resolve("evaluation.csv"), report.csv());
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(folder, e);
        }
    }

    static Path students(Path evaluation) {
        return evaluation.resolve("students");
    }

    private StudentResultFile file(StudentTask task) {
        return file(folder, task);
    }

    /** Returns whether an evaluation has the result of a student. */
    static boolean has(Path evaluation, StudentTask task) {
        return Files.exists(file(evaluation, task).path());
    }

    private static StudentResultFile file(Path evaluation, StudentTask task) {
        return new StudentResultFile(students(evaluation).resolve(task.key() + RESULT));
    }

    /** Returns the first digits of the SHA-256 of a text. */
    static String digits(String text) {
        return DigestUtils.sha256Hex(text).substring(0, DIGITS);
    }
}
