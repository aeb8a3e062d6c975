package org.dwastudio.pipeline.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.artifact.PngFile;
import org.dwastudio.artifact.RunDirectory;
import org.dwastudio.artifact.RunFolderException;
import org.dwastudio.artifact.StoredImages;
import org.dwastudio.data.LabelledImages;
import org.dwastudio.event.PixelBlock;

/** Reads the pictures of a run as they are on the disk: 8 bits, as whoever receives them gets them. */
public final class DistilledImages {
    private DistilledImages() {}

    /**
     * All of them, by class and column.
     *
     * @throws IOException when there are none, or one cannot be read or is of another size
     */
    public static LabelledImages in(RunDirectory directory) throws IOException {
        List<PixelBlock> pictures = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (StoredImages.StoredClass stored : StoredImages.in(directory).classes()) {
            for (Path file : stored.pictures().values()) {
                pictures.add(PngFile.read(file));
                labels.add(stored.label());
            }
        }
        if (pictures.isEmpty()) {
            throw new RunFolderException(
                    directory.folder(), "holds no pictures to train students on. Please run the synthesis first");
        }
        PixelBlock first = pictures.get(0);
        byte[] bytes = new byte[pictures.size() * first.bytes().length];
        for (int i = 0; i < pictures.size(); i++) {
            PixelBlock picture = pictures.get(i);
            if (picture.height() != first.height() || picture.channels() != first.channels()) {
                throw new RunFolderException(
                        directory.folder(), "its pictures are of different sizes; it was changed by hand");
            }
            System.arraycopy(picture.bytes(), 0, bytes, i * first.bytes().length, first.bytes().length);
        }
        return new LabelledImages(
                new PixelBlock(pictures.size(), first.height(), first.width(), first.channels(), bytes),
                labels.stream().mapToInt(Integer::intValue).toArray());
    }
}
