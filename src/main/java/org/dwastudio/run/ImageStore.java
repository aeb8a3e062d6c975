package org.dwastudio.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.dwastudio.config.Experiment;
import org.dwastudio.file.Directories;
import org.dwastudio.file.SafeName;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;

/**
 * Images of a run: {@code images/00_T-shirt-top/03.png} is class 0, column 3. Numbers are padded so that names sort in
 * the order of labels and columns.
 */
public final class ImageStore {
    private final Path folder;
    private final List<String> classNames;
    private final int imagesPerClass;

    /**
     * Creates a store.
     *
     * @param folder images folder; created with the first image, in an existing folder
     * @param classNames class names in label order
     * @param imagesPerClass expected number of columns, which determines the padding of numbers
     */
    public ImageStore(Path folder, List<String> classNames, int imagesPerClass) {
        this.folder = folder;
        this.classNames = List.copyOf(classNames);
        this.imagesPerClass = imagesPerClass;
    }

    /**
     * Writes a column or a slice of it.
     *
     * @param column ipc index, from 0
     * @param firstClass label of the first image; the others follow in label order
     * @param images one image per class
     * @param experiment experiment that created them, up to this point
     * @throws IOException if the folder cannot be written
     */
    public void write(int column, int firstClass, ImageBatch images, Experiment experiment) throws IOException {
        ColumnOrigin origin = new ColumnOrigin(experiment, column);
        for (int i = 0; i < images.count(); i++) {
            int label = firstClass + i;
            Path file = path(label, column);
            Directories.make(folder);
            Directories.make(Objects.requireNonNull(file.getParent()));
            PngFile.write(images, i, file, origin.of(label, classNames.get(label)));
        }
    }

    /** Returns the path of the image of a class and a column, which may not exist yet. */
    public Path path(int label, int column) {
        String className = SafeName.padded(label, classNames.size())
                + StoredImages.SEPARATOR
                + SafeName.of(classNames.get(label), "class");
        return folder.resolve(className).resolve(SafeName.padded(column, imagesPerClass) + StoredImages.EXTENSION);
    }
}
