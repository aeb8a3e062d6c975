package org.dwastudio.data.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DistillationProvenance;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageStack;
import org.dwastudio.text.Message;

/**
 * Distilled set in a folder that this program exported.
 *
 * @param origin provenance of the images
 * @param images images class by class, within a class by file name, which is the order of the run
 */
public record ExportedSet(DistillationProvenance origin, LabeledImages images) {

    /**
     * Returns the provenance of an export without reading its images; empty if the folder is not an export.
     *
     * @throws DatasetException if its manifest is broken or of a newer version, with a message for the user
     */
    public static Optional<DistillationProvenance> originOf(Path folder) throws IOException {
        return FolderManifest.in(folder).flatMap(FolderManifest::origin);
    }

    /**
     * Reads an export of images.
     *
     * @throws DatasetException if the folder is not an export, or its images contradict its manifest, with a message
     *     for the user
     */
    public static ExportedSet read(Path folder) throws IOException {
        FolderManifest manifest = FolderManifest.in(folder)
                .filter(read -> read.origin().isPresent())
                .orElseThrow(() -> new DatasetException(Message.of("export.none", folder)));
        ExportChecksums.in(manifest).requireUnchanged();
        Path train = folder.resolve("train");
        String below = Files.isDirectory(train) ? "train" : "";
        ImageSource images = new ImageFolderReader(folder, 0).readAll(below);
        return new ExportedSet(manifest.origin().orElseThrow(), inMemory(images, folder));
    }

    private static LabeledImages inMemory(ImageSource images, Path folder) throws IOException {
        ImageBatch first = images.readOrExplain(0);
        ImageStack stack = ImageStack.like(first, images.count());
        int[] labels = new int[images.count()];
        for (int i = 0; i < labels.length; i++) {
            ImageBatch image = images.readOrExplain(i);
            if (!stack.fits(image)) {
                throw new DatasetException(Message.of("export.sizes", images.describe(i), folder));
            }
            stack.add(image);
            labels[i] = images.label(i);
        }
        return new LabeledImages(stack.images(), labels);
    }
}
