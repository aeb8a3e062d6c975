package org.dwastudio.ui.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.run.ImageOrigin;
import org.dwastudio.run.history.LoadedRun;

/**
 * What the user opened, read.
 *
 * @param path what was opened: of a picture in a run folder that folder
 * @param experiment that it holds
 * @param repeating the file that repeats the experiment; a picture is none
 * @param run its past, when it is a run folder
 */
record OpenedFile(Path path, Experiment experiment, Optional<Path> repeating, Optional<LoadedRun> run) {
    /** The experiment as a run writes it into its folder. */
    static final String IN_RUN_FOLDER = "experiment.yaml";

    private static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg");
    private static final int IMAGES_DEPTH = 3;

    /** Thrown when a picture holds no experiment. */
    static final class NoExperimentException extends IOException {
        private static final long serialVersionUID = 1L;

        NoExperimentException(Path file) {
            super(file.toString());
        }
    }

    static boolean isPicture(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return PICTURES.stream().anyMatch(name::endsWith);
    }

    /**
     * Reads a run folder, the experiment in one, a picture, or an experiment's file.
     *
     * @throws NoExperimentException when it is a picture that says nothing of one
     * @throws IOException when it cannot be read, in words
     * @throws ConfigException when its experiment is not allowed, in words
     */
    static OpenedFile read(Path path) throws IOException, ConfigException {
        Path absolute = path.toAbsolutePath().normalize();
        Optional<Path> folder = runFolderOf(absolute);
        if (folder.isPresent()) {
            LoadedRun run = LoadedRun.read(folder.get());
            return new OpenedFile(
                    folder.get(), run.experiment(), Optional.of(folder.get().resolve(IN_RUN_FOLDER)), Optional.of(run));
        }
        if (isPicture(path)) {
            Experiment experiment = ImageOrigin.read(path)
                    .orElseThrow(() -> new NoExperimentException(path))
                    .experiment();
            return new OpenedFile(absolute, experiment, Optional.empty(), Optional.empty());
        }
        return new OpenedFile(absolute, ExperimentReader.read(path), Optional.of(absolute), Optional.empty());
    }

    /** A folder itself, that of its experiment, or the one whose picture it is. */
    private static Optional<Path> runFolderOf(Path path) {
        if (Files.isDirectory(path)) {
            return Optional.of(path);
        }
        if (path.endsWith(IN_RUN_FOLDER)) {
            // Beside an experiment of that name elsewhere there are no facts of a run.
            return Optional.ofNullable(path.getParent()).filter(OpenedFile::isRunFolder);
        }
        Path parent = path.getParent();
        for (int depth = 0; depth < IMAGES_DEPTH && isPicture(path) && parent != null; depth++) {
            if (isRunFolder(parent)) {
                return Optional.of(parent);
            }
            parent = parent.getParent();
        }
        return Optional.empty();
    }

    private static boolean isRunFolder(Path folder) {
        return Files.isRegularFile(folder.resolve(IN_RUN_FOLDER)) && Files.isRegularFile(folder.resolve("run.yaml"));
    }
}
