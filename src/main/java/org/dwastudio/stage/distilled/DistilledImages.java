package org.dwastudio.stage.distilled;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.StoredImages;

/** Reader of the images of a run as its files store them, with 8 bits per channel. */
public final class DistilledImages {
    private DistilledImages() {}

    /**
     * All of them, by class and column.
     *
     * @throws IOException when there are none, or one cannot be read or is of another size
     */
    public static LabeledImages in(RunDirectory directory) throws IOException {
        List<ImageBatch> pictures = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (StoredImages.StoredClass stored : StoredImages.in(directory).classes()) {
            for (Path file : stored.files().values()) {
                pictures.add(PngFile.read(file));
                labels.add(stored.label());
            }
        }
        if (pictures.isEmpty()) {
            throw new RunFolderException(
                    directory.folder(), "holds no images to train students on. Please run the synthesis first");
        }
        ImageBatch first = pictures.get(0);
        byte[] bytes = new byte[pictures.size() * first.bytes().length];
        for (int i = 0; i < pictures.size(); i++) {
            ImageBatch picture = pictures.get(i);
            if (picture.height() != first.height() || picture.channels() != first.channels()) {
                throw new RunFolderException(
                        directory.folder(), "its images are of different sizes; it was changed by hand");
            }
            System.arraycopy(picture.bytes(), 0, bytes, i * first.bytes().length, first.bytes().length);
        }
        return new LabeledImages(
                new ImageBatch(pictures.size(), first.height(), first.width(), first.channels(), bytes),
                labels.stream().mapToInt(Integer::intValue).toArray());
    }
}
