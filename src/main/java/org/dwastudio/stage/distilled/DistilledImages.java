package org.dwastudio.stage.distilled;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageStack;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.StoredImages;
import org.dwastudio.text.Message;

/** Reader of the images of a run as its files store them, with 8 bits per channel. */
public final class DistilledImages {
    private DistilledImages() {}

    /**
     * Reads all images, ordered by class and column.
     *
     * @throws IOException if there are none, or one cannot be read or has another size
     */
    public static LabeledImages in(RunDirectory directory) throws IOException {
        List<ImageBatch> images = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (StoredImages.StoredClass stored : StoredImages.in(directory).classes()) {
            for (Path file : stored.files().values()) {
                images.add(PngFile.read(file));
                labels.add(stored.label());
            }
        }
        if (images.isEmpty()) {
            throw new RunFolderException(directory.folder(), Message.of("run.noDistilled"));
        }
        ImageStack stack = ImageStack.like(images.get(0), images.size());
        for (ImageBatch image : images) {
            if (!stack.fits(image)) {
                throw new RunFolderException(directory.folder(), Message.of("run.sizes"));
            }
            stack.add(image);
        }
        return new LabeledImages(
                stack.images(), labels.stream().mapToInt(Integer::intValue).toArray());
    }
}
