package org.dwastudio.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.text.Message;

/**
 * Folder of one run, with the paths of its contents.
 *
 * @param folder the run folder
 */
public record RunDirectory(Path folder) {
    /** Temporary files of the formats that runs contain; other files that end alike belong to somebody else. */
    private static final Pattern UNFINISHED =
            Pattern.compile(".+\\.(png|yaml|csv|json|safetensors|npz|bin)" + Pattern.quote(AtomicFile.PARTIAL_SUFFIX));

    /**
     * Creates the folder of a new run, with its parents.
     *
     * @param folder must not exist or be empty
     * @throws RunFolderException if it is not empty or cannot be created, with a message for the user
     */
    public static RunDirectory create(Path folder) throws IOException {
        requireVacant(folder);
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new RunFolderException(folder, Message.of("run.belowFile"));
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(folder, e);
        }
        if (!Files.isWritable(folder)) {
            throw new RunFolderException(folder, Message.of("run.denied"));
        }
        return new RunDirectory(folder);
    }

    /**
     * Opens the folder of an earlier run.
     *
     * @throws RunFolderException if the folder is missing, holds no run, or one of a newer version of this program,
     *     with a message for the user
     */
    public static RunDirectory open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new RunFolderException(folder, Message.of("run.noFolder"));
        }
        RunDirectory directory = new RunDirectory(folder);
        if (!Files.isRegularFile(directory.experiment())) {
            throw new RunFolderException(folder, Message.of("run.noRun"));
        }
        RunMetadata.requireKnownFormat(directory);
        return directory;
    }

    /**
     * Rejects an occupied path. Leftovers of a run killed before {@code experiment.yaml} was written are ignored.
     *
     * @throws RunFolderException if a file or a folder with content is there, with a message for the user
     */
    public static void requireVacant(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new RunFolderException(folder, Message.of("run.isFile"));
        }
        try (Stream<Path> content = Files.list(folder)) {
            for (Path file : content.toList()) {
                if (!isLeftoverOfKilledRun(file)) {
                    throw new RunFolderException(folder, Message.of("run.notEmpty"));
                }
            }
        }
    }

    private static boolean isLeftoverOfKilledRun(Path file) throws IOException {
        RunDirectory directory =
                new RunDirectory(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Path experiment = directory.experiment();
        if (Files.exists(experiment)) {
            return false;
        }
        Path place = file.toAbsolutePath();
        if (place.equals(directory.checkpoints()) || place.equals(directory.synthesisCheckpoints())) {
            // Created before the experiment, filled after it.
            String[] content = place.toFile().list();
            return content != null && content.length == 0;
        }
        Path metadata = directory.metadata();
        if (place.equals(metadata)) {
            return RunMetadata.isReadable(directory);
        }
        return Stream.of(
                        directory.folder().resolve(RunDirectoryLock.NAME),
                        metadata.resolveSibling(metadata.getFileName() + AtomicFile.PARTIAL_SUFFIX),
                        experiment.resolveSibling(experiment.getFileName() + AtomicFile.PARTIAL_SUFFIX))
                .anyMatch(place::equals);
    }

    /** Deletes temporary files of a run that was killed while it wrote them. */
    public void deleteUnfinishedFiles() throws IOException {
        List<Path> unfinished;
        try (Stream<Path> files = Files.walk(folder)) {
            unfinished = files.filter(file ->
                            UNFINISHED.matcher(file.getFileName().toString()).matches()
                                    && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
        for (Path file : unfinished) {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Returns true if the run finished according to its log.
     *
     * @throws IOException if the log cannot be read
     */
    public boolean isFinished() throws IOException {
        return RunLog.reportsFinished(log());
    }

    /**
     * Returns the status of the run according to its log.
     *
     * @throws IOException if the log cannot be read
     */
    public RunStatus end() throws IOException {
        return RunLog.end(log());
    }

    /** Returns the file of the whole experiment with its tuning changes; running it repeats the run. */
    public Path experiment() {
        return folder.resolve("experiment.yaml");
    }

    /** Returns the file of versions, device and fingerprints; see {@link RunMetadata}. */
    public Path metadata() {
        return folder.resolve("run.yaml");
    }

    /** Returns the checkpoints from which a squeeze resumes. */
    public Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /** Returns the checkpoints from which a synthesis resumes. */
    public Path synthesisCheckpoints() {
        return folder.resolve("synthesis-checkpoints");
    }

    /** Returns the folder of soft labels, with a subfolder for each kind of augmentation. */
    public Path softLabels() {
        return folder.resolve("soft-labels");
    }

    /** Returns the file of the teacher that a squeeze trained. */
    public Path teacher() {
        return folder.resolve("teacher.safetensors");
    }

    /** Returns the file of the teacher of a squeeze's best epoch, if that is not the last. */
    public Path bestTeacher() {
        return folder.resolve("teacher-best.safetensors");
    }

    /** Returns the file of all measurements; see {@code MetricsFile}. */
    public Path metrics() {
        return folder.resolve("metrics.csv");
    }

    /** Returns the file of the images at earlier iterations; see {@code SnapshotWriter}. */
    public Path snapshots() {
        return folder.resolve("snapshots.bin");
    }

    /** Returns the folder of the images, one folder per class, one PNG per image; see {@link ImageStore}. */
    public Path images() {
        return folder.resolve("images");
    }

    /** Returns the file of all images on one sheet; see {@code ContactSheet}. */
    public Path contactSheet() {
        return folder.resolve("contact-sheet.png");
    }

    /** Returns the log of events with their times. */
    public Path log() {
        return folder.resolve("run.log");
    }
}
