package org.dwastudio.stage.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dwastudio.file.Directories;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.stage.CheckpointPace;
import org.dwastudio.stage.checkpoint.CheckpointFolder;
import org.dwastudio.stage.checkpoint.ChecksummedTensorFile;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.text.Message;
import org.dwastudio.weights.WeightsException;

/** Checkpoints of the students in training, in {@code checkpoints/distilled-soft-0} of its evaluation. */
final class StudentCheckpointFiles implements StudentCheckpoints {
    private static final int FORMAT = 1;
    private static final int MOST_STEPS = 999_999_999;

    private final Path folder;
    private final CheckpointPace pace;

    /** @param evaluation folder of the evaluation */
    StudentCheckpointFiles(Path evaluation, CheckpointPace pace) {
        this.folder = evaluation.resolve("checkpoints");
        this.pace = pace;
    }

    @Override
    public Optional<StudentCheckpoint> newest(StudentTask task) throws IOException {
        if (!Files.isDirectory(place(task))) {
            return Optional.empty();
        }
        return files(task).newest(StudentCheckpointFiles::read).map(CheckpointFolder.Found::content);
    }

    @Override
    public boolean isDue() {
        return pace.isDue(false);
    }

    @Override
    public void keep(Map<StudentTask, Supplier<StudentCheckpoint>> checkpoints) throws IOException {
        long began = pace.begins();
        for (Map.Entry<StudentTask, Supplier<StudentCheckpoint>> checkpoint : checkpoints.entrySet()) {
            keep(checkpoint.getKey(), checkpoint.getValue().get());
        }
        pace.wrote(began);
    }

    private void keep(StudentTask task, StudentCheckpoint kept) throws IOException {
        try {
            // Not with their parents: an evaluation whose folder vanished shall stop, not begin another.
            Directories.make(folder);
            Directories.make(place(task));
            files(task).keep(kept.steps(), file -> kept.sealed().write(file, FORMAT));
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(Objects.requireNonNull(folder.getParent()), e);
        }
    }

    /** Takes away those of a student that is measured and kept. */
    void delete(StudentTask task) throws IOException {
        if (Files.isDirectory(place(task))) {
            files(task).delete();
        }
        if (Files.isDirectory(folder) && children().isEmpty()) {
            Files.delete(folder);
        }
    }

    private List<Path> children() throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }

    private static StudentCheckpoint read(Path file) throws IOException {
        ChecksummedTensorFile sealed = ChecksummedTensorFile.read(file, FORMAT);
        try {
            return StudentCheckpoint.of(sealed);
        } catch (IllegalArgumentException e) {
            throw new WeightsException(file, Message.of("checkpoint.noStudent"), e);
        }
    }

    private Path place(StudentTask task) {
        return folder.resolve(task.key());
    }

    private CheckpointFolder files(StudentTask task) {
        return new CheckpointFolder(place(task), "step-", MOST_STEPS, "evaluation");
    }
}
