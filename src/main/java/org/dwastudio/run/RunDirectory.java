package org.dwastudio.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dwastudio.file.AtomicFile;

/**
 * The folder of one run and the places of what it holds.
 *
 * @param folder the run folder
 */
public record RunDirectory(Path folder) {

    /**
     * Makes the folder of a new run, with its parents.
     *
     * @param folder must not exist or be empty
     * @throws RunFolderException when something is there already or the folder cannot be made, in words
     */
    public static RunDirectory create(Path folder) throws IOException {
        requireVacant(folder);
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new RunFolderException(folder, "lies below a file, not below a folder; choose another folder");
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(folder, e);
        }
        if (!Files.isWritable(folder)) {
            throw new RunFolderException(
                    folder, "must not be written to; choose another folder or change its permissions");
        }
        return new RunDirectory(folder);
    }

    /**
     * Finds the folder of an earlier run.
     *
     * @throws RunFolderException when the folder is missing, holds no run, or one of a newer version of this program, in
     *     words
     */
    public static RunDirectory open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new RunFolderException(folder, "there is no such folder; choose the folder of a run");
        }
        RunDirectory directory = new RunDirectory(folder);
        if (!Files.isRegularFile(directory.experiment())) {
            throw new RunFolderException(
                    folder,
                    "is no run folder (it holds no experiment.yaml); choose the folder that a run was saved in");
        }
        RunMetadata.requireKnownFormat(directory);
        return directory;
    }

    /**
     * Refuses a place where something is already. What a run leaves that was ended by force before its experiment was
     * written, its first breath, is nothing.
     *
     * @throws RunFolderException when a file or a folder with content is there, in words
     */
    public static void requireVacant(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new RunFolderException(folder, "is a file; choose a folder that does not exist yet or is empty");
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.anyMatch(file -> !isOfARunThatNeverBegan(file))) {
                throw new RunFolderException(
                        folder, "already holds files; choose a folder that does not exist yet or is empty");
            }
        }
    }

    private static boolean isOfARunThatNeverBegan(Path file) {
        RunDirectory directory = new RunDirectory(file.toAbsolutePath().getParent());
        Path experiment = directory.experiment();
        if (Files.exists(experiment)) {
            return false;
        }
        Path place = file.toAbsolutePath();
        if (place.equals(directory.checkpoints()) || place.equals(directory.synthesisCheckpoints())) {
            // Made before the experiment, filled after it.
            String[] content = place.toFile().list();
            return content != null && content.length == 0;
        }
        Path facts = directory.facts();
        return Stream.of(
                        directory.folder().resolve(RunDirectoryLock.NAME),
                        facts,
                        facts.resolveSibling(facts.getFileName() + AtomicFile.BESIDE),
                        experiment.resolveSibling(experiment.getFileName() + AtomicFile.BESIDE))
                .anyMatch(place::equals);
    }

    /** Takes away what was being written beside its place when a run was ended by force. */
    public void deleteUnfinishedFiles() throws IOException {
        List<Path> unfinished;
        try (Stream<Path> files = Files.walk(folder)) {
            unfinished = files.filter(file ->
                            file.getFileName().toString().endsWith(AtomicFile.BESIDE) && Files.isRegularFile(file))
                    .toList();
        }
        for (Path file : unfinished) {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Whether the run came to its end, by what its log says.
     *
     * @throws IOException when the log cannot be read
     */
    public boolean isFinished() throws IOException {
        return RunLog.saysFinished(log());
    }

    /**
     * How the run ended, by what its log says.
     *
     * @throws IOException when the log cannot be read
     */
    public RunStatus end() throws IOException {
        return RunLog.end(log());
    }

    /** The whole experiment with its tuning changes; running it repeats the run. */
    public Path experiment() {
        return folder.resolve("experiment.yaml");
    }

    /** Versions, device and fingerprints; see {@link RunMetadata}. */
    public Path facts() {
        return folder.resolve("run.yaml");
    }

    /** What a squeeze needs to go on after an interruption. */
    public Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /** What a synthesis needs to go on after an interruption. */
    public Path synthesisCheckpoints() {
        return folder.resolve("synthesis-checkpoints");
    }

    /** The teacher's answers to the views of the pictures, a folder for each kind of views. */
    public Path softLabels() {
        return folder.resolve("soft-labels");
    }

    /** The teacher as a squeeze left it. */
    public Path teacher() {
        return folder.resolve("teacher.safetensors");
    }

    /** The teacher of a squeeze's best epoch, when that is another than the last. */
    public Path bestTeacher() {
        return folder.resolve("teacher-best.safetensors");
    }

    /** Every measured number; see {@code MetricsFile}. */
    public Path metrics() {
        return folder.resolve("metrics.csv");
    }

    /** One folder a class, one PNG a picture; see {@link ImageStore}. */
    public Path images() {
        return folder.resolve("images");
    }

    /** All pictures on one; see {@code ContactSheet}. */
    public Path contactSheet() {
        return folder.resolve("contact-sheet.png");
    }

    /** What happened, in words and with times. */
    public Path log() {
        return folder.resolve("run.log");
    }
}
