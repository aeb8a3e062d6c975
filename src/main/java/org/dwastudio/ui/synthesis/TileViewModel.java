package org.dwastudio.ui.synthesis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.dwastudio.engine.ClassProbability;
import org.dwastudio.event.ColumnState;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.SafeName;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.StoredImages;
import org.dwastudio.ui.desktop.FileReveal;
import org.dwastudio.ui.desktop.FileType;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;

/**
 * View model of single images of the grid: what is known about them, and what can be done with them. Files are read and
 * written in the background. FX thread only.
 */
public final class TileViewModel {
    private static final String EXTENSION = ".png";

    private final ImagesViewModel images;
    private final Function<Tile, Optional<ClassProbability>> predictions;
    private final ObservableValue<Optional<Path>> runFolder;
    private final FileReveal reveal;
    private final Notices notices;
    private final Threads threads;

    /**
     * Creates the view model.
     *
     * @param predictions the teacher's most probable class for an image, if it was asked about this version of it
     * @param runFolder folder of the run whose images are shown
     */
    public TileViewModel(
            ImagesViewModel images,
            Function<Tile, Optional<ClassProbability>> predictions,
            ObservableValue<Optional<Path>> runFolder,
            FileReveal reveal,
            Notices notices,
            Threads threads) {
        this.images = images;
        this.predictions = predictions;
        this.runFolder = runFolder;
        this.reveal = reveal;
        this.notices = notices;
        this.threads = threads;
    }

    /** Returns what is known about an image. */
    public TileFacts factsOf(Tile tile) {
        Optional<ColumnImages> column = images.columnAt(tile);
        return new TileFacts(
                images.layoutProperty().get().classNames().get(tile.row()),
                tile.column(),
                column.map(ColumnImages::state).orElse(ColumnState.WAITING),
                column.map(ColumnImages::iteration).orElse(0),
                images.isLookingBack(),
                predictions.apply(tile));
    }

    /** Returns true if the tile has an image. */
    public boolean hasImage(Tile tile) {
        return images.imageAt(tile).isPresent();
    }

    /** Shows an image in the inspector. */
    public void inspect(Tile tile) {
        images.selectedProperty().set(tile);
    }

    /** Searches the run folder for the file of an image; the result is empty if the image is not stored yet. */
    public void locate(Tile tile, Consumer<Optional<Path>> then) {
        Optional<Path> folder = runFolder.getValue();
        BackgroundTask.of(() -> fileOf(folder, tile))
                .onSuccess(then)
                .onFailure(failure -> then.accept(Optional.empty()))
                .start(threads);
    }

    /** Passes on an image in its full size, as it is now. */
    public void read(Tile tile, Consumer<ImageBatch> then) {
        images.imageAt(tile).ifPresent(shown -> {
            Optional<Path> folder = folderOfFinished(tile);
            BackgroundTask.of(() -> {
                        Optional<Path> file = fileOf(folder, tile);
                        return file.isPresent() ? PngFile.read(file.get()) : shown.alone();
                    })
                    .onSuccess(then)
                    .onFailure(failure -> notices.addFailure("tile.failed", failure))
                    .start(threads);
        });
    }

    /** Returns a file name for a copy of an image. */
    public String suggestedName(Tile tile) {
        return nameOf(tile) + EXTENSION;
    }

    /** Returns a name for the files of an image, without an extension. */
    public String nameOf(Tile tile) {
        String className = images.layoutProperty().get().classNames().get(tile.row());
        return SafeName.of(className, "class") + "-" + tile.column();
    }

    /** Returns whether a run is shown. */
    boolean hasRun() {
        return runFolder.getValue().isPresent();
    }

    /**
     * Saves a copy of an image, with the experiment in it once its column is stored.
     *
     * @param chosen replaced if it exists; if it has no extension of a PNG file, one is appended, and nothing is
     *     replaced
     */
    public void save(Tile tile, Path chosen) {
        images.imageAt(tile).ifPresent(shown -> {
            Optional<Path> folder = folderOfFinished(tile);
            BackgroundTask.of(() -> {
                        Path target = FileType.IMAGES.fits(chosen) ? chosen : vacant(chosen);
                        Optional<Path> file = fileOf(folder, tile);
                        if (file.isPresent()) {
                            AtomicFile.write(target, PngFile.bytes(file.get()));
                        } else {
                            PngFile.write(shown.block(), shown.index(), target, Map.of());
                        }
                        return target;
                    })
                    .onSuccess(target -> notices.add(Notice.done("notice.saved", target.toString())))
                    .onFailure(failure -> notices.addFailure("tile.failed", failure))
                    .start(threads);
        });
    }

    /** Shows the file of an image in the file manager. */
    public void reveal(Path file) {
        BackgroundTask.of(() -> {
                    reveal.reveal(file);
                    return file;
                })
                .onFailure(failure -> notices.add(Notice.failed("notice.cannotOpen", "", file.toString())))
                .start(threads);
    }

    /** Returns the run folder if the file of an image, if there is one, is what the grid shows. */
    private Optional<Path> folderOfFinished(Tile tile) {
        boolean changes = images.isLookingBack()
                || images.columnAt(tile)
                        .filter(column ->
                                column.state() == ColumnState.RUNNING || column.state() == ColumnState.WAITING)
                        .isPresent();
        return changes ? Optional.empty() : runFolder.getValue();
    }

    private static Optional<Path> fileOf(Optional<Path> folder, Tile tile) throws IOException {
        return folder.isEmpty()
                ? Optional.empty()
                : StoredImages.file(new RunDirectory(folder.get()), tile.row(), tile.column());
    }

    /** Returns a path with an extension at which there is no file. */
    private static Path vacant(Path chosen) {
        String name = chosen.getFileName().toString();
        Path target = chosen.resolveSibling(name + EXTENSION);
        for (int again = 2; Files.exists(target); again++) {
            target = chosen.resolveSibling(name + "-" + again + EXTENSION);
        }
        return target;
    }
}
