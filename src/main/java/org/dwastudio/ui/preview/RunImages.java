package org.dwastudio.ui.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.StoredImages;
import org.dwastudio.run.StoredImages.StoredClass;

/**
 * First images of the first classes of a run.
 *
 * @param classNames names of these classes
 * @param columns number of columns
 * @param allClasses number of all classes of the run
 * @param allColumns number of all columns of the run
 * @param images images of one size; an image that is not stored or cannot be read is left out
 */
public record RunImages(
        List<String> classNames, int columns, int allClasses, int allColumns, List<PlacedImage> images) {
    /**
     * An image in its place.
     *
     * @param row class, from 0
     * @param column from 0
     * @param image batch of one
     */
    public record PlacedImage(int row, int column, ImageBatch image) {}

    public RunImages {
        classNames = List.copyOf(classNames);
        images = List.copyOf(images);
    }

    /** Returns true if all images of the run are included. */
    public boolean isAll() {
        return classNames.size() == allClasses && columns == allColumns;
    }

    /**
     * Reads images of a run.
     *
     * @return empty if the run has no images
     * @throws IOException if the folder cannot be read
     */
    static Optional<RunImages> read(Path run, PreviewSize most) throws IOException {
        StoredImages stored = StoredImages.in(new RunDirectory(run));
        Optional<ImageBatch> example = stored.classes().stream()
                .flatMap(one -> one.files().values().stream())
                .findFirst()
                .flatMap(RunImages::readable);
        if (example.isEmpty()) {
            return Optional.empty();
        }
        PreviewSize size = most.of(stored.classes().size(), stored.columns(), example.get());
        List<PlacedImage> images = new ArrayList<>();
        for (int row = 0; row < size.rows(); row++) {
            read(stored.classes().get(row), row, size.columns(), example.get(), images);
        }
        return Optional.of(new RunImages(
                names(stored, size.rows()), size.columns(), stored.classes().size(), stored.columns(), images));
    }

    private static void read(StoredClass stored, int row, int columns, ImageBatch example, List<PlacedImage> images) {
        stored.files().headMap(columns).forEach((column, file) -> readable(file)
                .filter(image -> image.height() == example.height()
                        && image.width() == example.width()
                        && image.channels() == example.channels())
                .ifPresent(image -> images.add(new PlacedImage(row, column, image))));
    }

    private static Optional<ImageBatch> readable(Path file) {
        try {
            return Optional.of(PngFile.read(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the names of the dataset, or those of the folders if an image cannot be read. */
    private static List<String> names(StoredImages stored, int rows) {
        List<String> folders = stored.classes().stream().map(StoredClass::name).toList();
        List<String> names;
        try {
            names = stored.classNames();
        } catch (IOException e) {
            names = List.of();
        }
        return (names.isEmpty() ? folders : names).subList(0, rows);
    }
}
