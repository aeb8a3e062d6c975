package org.dwastudio.stage.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ImageEncoding;

/** Writer of a run's images in one format. */
sealed interface ExportWriter permits ImageFolders, ClassFolders, TensorArchive, HuggingFaceFolder, SoftLabelArchive {

    /**
     * Returns the writer of a format.
     *
     * @throws IllegalArgumentException for a report or an animation, which are not folders
     */
    static ExportWriter of(ExportFormat format, ImageEncoding encoding) {
        return switch (format) {
            case PUBLISHED -> new ImageFolders(new PublishedNames(), encoding);
            case CLASS_FOLDERS -> new ClassFolders(encoding);
            case NPZ -> new TensorArchive("images.npz");
            case SAFETENSORS -> new TensorArchive("images.safetensors");
            case SOFT_LABELS -> new SoftLabelArchive();
            case HUGGING_FACE -> new HuggingFaceFolder(encoding);
            case REPORT, ANIMATION -> throw new IllegalArgumentException(format.key() + " is no folder of images");
        };
    }

    /**
     * Fills a folder.
     *
     * @param folder an empty folder
     * @throws IOException if it cannot be written, or an image cannot be read
     */
    void write(DistilledSet set, Path folder) throws IOException;

    /** Returns a description of the image encoding. */
    String encoding();

    /** Returns the folder of each class below that of its split, in label order; empty if there are none. */
    List<String> classFolders(DistilledSet set);
}
