package org.dwastudio.attack;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.file.PathUtils;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.torch.TorchEngine;
import org.dwastudio.stage.checkpoint.ChecksummedTensorFile;
import org.dwastudio.stage.evaluation.StudentCheckpointAccess;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.stage.squeeze.TrainingCheckpoints;
import org.dwastudio.stage.synthesis.SynthesisCheckpointAccess;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherFingerprint;
import org.dwastudio.teacher.TeacherLibraries;
import org.dwastudio.teacher.TeacherLibrary;
import org.dwastudio.train.LabelType;
import org.dwastudio.train.label.SoftLabelFolder;
import org.dwastudio.train.label.SoftLabelOrigin;

/** Readers of the program's own tensor files: teachers, checkpoints and soft labels, which have checksums. */
final class StoredTensorReaders {
    static final String TEACHER = "teachers/tiny.safetensors";
    private static final String LABELS = "soft-labels/d4e627a1/epoch-00000.safetensors";
    private static final String STUDENT = "checkpoints/random-real-soft-0/step-00000000%d.safetensors";
    private static final StudentTask TASK = new StudentTask(TrainingSet.RANDOM_REAL, LabelType.SOFT, 0);

    private StoredTensorReaders() {}

    static List<ForeignReader> all() {
        return List.of(
                sealed("teacher", StoredTensorReaders::teacher, List.of(TEACHER), (folder, scratch) -> {
                            try (NDManager manager = TorchEngine.load().newManager();
                                    Teacher teacher = Teacher.read(
                                            folder.resolve(TEACHER), new NetworkCatalog(), manager, DataType.FLOAT32)) {
                                TeacherFingerprint.of(teacher.network());
                            }
                        })
                        .within(ForeignReader.Limits.TEACHER)
                        .slow(4),
                sealed(
                        "list of teachers",
                        StoredTensorReaders::teacher,
                        List.of(TEACHER),
                        (folder, scratch) -> listed(folder)),
                sealed(
                        "teacher that is added",
                        StoredTensorReaders::teacher,
                        List.of(TEACHER),
                        (folder, scratch) ->
                                new TeacherLibrary(scratch, path -> {}).add(folder.resolve(TEACHER), "tiny")),
                sealed(
                        "checkpoint of a squeeze",
                        folder -> copy("squeeze-interrupted", folder),
                        List.of("run/checkpoints/epoch-00015.safetensors", "run/checkpoints/epoch-00014.safetensors"),
                        (folder, scratch) -> new TrainingCheckpoints(folder.resolve("run/checkpoints")).newest()),
                sealed(
                        "checkpoint of a synthesis",
                        folder -> copy("synthesis-interrupted", folder),
                        List.of(
                                "run/synthesis-checkpoints/step-000000120.safetensors",
                                "run/synthesis-checkpoints/step-000000360.safetensors"),
                        (folder, scratch) -> SynthesisCheckpointAccess.read(folder.resolve("run"), 3, 2)),
                sealed(
                        "checkpoint of a student",
                        folder -> PathUtils.copyDirectory(
                                RunReaders.FIRST_VERSION.resolve(
                                        "evaluation-interrupted/run/evaluation/convnet3-w8-759dfaee"),
                                folder),
                        List.of(STUDENT.formatted(6), STUDENT.formatted(7)),
                        (folder, scratch) -> StudentCheckpointAccess.read(folder, TASK)),
                sealed(
                        "soft labels",
                        folder -> PathUtils.copyDirectory(
                                RunReaders.FIRST_VERSION.resolve("run-finished/distilled/soft-labels"),
                                folder.resolve("soft-labels")),
                        List.of(LABELS),
                        (folder, scratch) ->
                                new SoftLabelFolder(folder.resolve(LABELS).getParent(), origin()).read(0)));
    }

    private static ForeignReader sealed(
            String name, ForeignReader.Seed seed, List<String> targets, ForeignReader.Reading reading) {
        return ForeignReader.of(name, seed, targets, reading)
                .within(ForeignReader.Limits.WEIGHTS)
                .wrapped(Wrapping.SEALED);
    }

    private static void copy(String run, Path folder) throws IOException {
        PathUtils.copyDirectory(RunReaders.FIRST_VERSION.resolve(run), folder.resolve("run"));
    }

    static void teacher(Path folder) throws IOException {
        Path file = folder.resolve(TEACHER);
        Files.createDirectories(file.getParent());
        try (NDManager manager = TorchEngine.load().newManager();
                Teacher teacher = Teacher.read(
                        RunReaders.FIRST_VERSION.resolve("home/dwa-studio").resolve(TEACHER),
                        new NetworkCatalog(),
                        manager,
                        DataType.FLOAT32)) {
            teacher.write(file);
        }
    }

    /** Reads all teachers: a damaged one must not hide the others. */
    private static void listed(Path folder) {
        try {
            TeacherLibraries.in(folder).read();
        } catch (IOException e) {
            throw new AssertionError("a damaged teacher hides all others", e);
        }
    }

    private static SoftLabelOrigin origin() throws IOException {
        Map<String, String> text = ChecksummedTensorFile.read(
                        RunReaders.FIRST_VERSION
                                .resolve("run-finished/distilled")
                                .resolve(LABELS),
                        SoftLabelFolder.FORMAT)
                .text();
        return new SoftLabelOrigin(
                text.get("teacher"), text.get("pictures"), Long.parseLong(text.get("seed")), text.get("views"));
    }
}
