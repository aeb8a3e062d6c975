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
 * Content of a file or folder that the user opened.
 *
 * @param path opened file or folder; for an image in a run folder, that folder
 * @param experiment experiment that it contains
 * @param repeating file that reproduces the experiment; empty for an image
 * @param run recorded run, if it is a run folder
 */
record OpenedFile(Path path, Experiment experiment, Optional<Path> repeating, Optional<LoadedRun> run) {
    /** Name of the experiment file that a run writes into its folder. */
    static final String IN_RUN_FOLDER = "experiment.yaml";

    private static final List<String> IMAGES = List.of(".png", ".jpg", ".jpeg");
    private static final int IMAGES_DEPTH = 3;

    /** Thrown when an image contains no experiment. */
    static final class NoExperimentException extends IOException {
        private static final long serialVersionUID = 1L;

        NoExperimentException(Path file) {
            super(file.toString());
        }
    }

    static boolean isImage(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return IMAGES.stream().anyMatch(name::endsWith);
    }

    /**
     * Reads a run folder, the experiment file of a run folder, an image, or another experiment file.
     *
     * @throws NoExperimentException if it is an image without an experiment
     * @throws IOException if it cannot be read, with a message for the user
     * @throws ConfigException if its experiment is invalid, with a message for the user
     */
    static OpenedFile read(Path path) throws IOException, ConfigException {
        Path absolute = path.toAbsolutePath().normalize();
        Optional<Path> folder = runFolderOf(absolute);
        if (folder.isPresent()) {
            LoadedRun run = LoadedRun.read(folder.get());
            return new OpenedFile(
                    folder.get(), run.experiment(), Optional.of(folder.get().resolve(IN_RUN_FOLDER)), Optional.of(run));
        }
        if (isImage(path)) {
            Experiment experiment = ImageOrigin.read(path)
                    .orElseThrow(() -> new NoExperimentException(path))
                    .experiment();
            return new OpenedFile(absolute, experiment, Optional.empty(), Optional.empty());
        }
        return new OpenedFile(absolute, ExperimentReader.read(path), Optional.of(absolute), Optional.empty());
    }

    /** Returns a folder itself, or the run folder that contains the experiment file or image. */
    private static Optional<Path> runFolderOf(Path path) {
        if (Files.isDirectory(path)) {
            return Optional.of(path);
        }
        if (path.endsWith(IN_RUN_FOLDER)) {
            // An experiment file of that name outside a run folder has no run.yaml next to it.
            return Optional.ofNullable(path.getParent()).filter(OpenedFile::isRunFolder);
        }
        Path parent = path.getParent();
        for (int depth = 0; depth < IMAGES_DEPTH && isImage(path) && parent != null; depth++) {
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
