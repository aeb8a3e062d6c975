package org.dwastudio.data;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageHeader;
import org.dwastudio.image.codec.DeepValues;

/** Selection of the images of another source, with labels of its own. */
final class SelectedImages implements ImageSource {
    private final ImageSource all;
    private final int[] chosen;
    private final LabelIndex labels;

    /**
     * Creates a selection.
     *
     * @param chosen indices of all images
     * @param labels label of each chosen image
     */
    SelectedImages(ImageSource all, int[] chosen, int[] labels) {
        this.all = all;
        this.chosen = chosen.clone();
        this.labels = new LabelIndex(labels.clone());
    }

    @Override
    public int count() {
        return chosen.length;
    }

    @Override
    public int label(int index) {
        return labels.label(index);
    }

    @Override
    public int[] indicesOf(int label) {
        return labels.imagesOf(label);
    }

    @Override
    public String describe(int index) {
        return all.describe(chosen[index]);
    }

    @Override
    public Optional<Path> file(int index) {
        return all.file(chosen[index]);
    }

    @Override
    public String key(int index) {
        return all.key(chosen[index]);
    }

    @Override
    public ImageHeader header(int index) throws IOException {
        return all.header(chosen[index]);
    }

    @Override
    public ImageBatch read(int index) throws IOException {
        return all.read(chosen[index]);
    }

    @Override
    public Optional<DeepValues> deepValues(int index) throws IOException {
        return all.deepValues(chosen[index]);
    }

    @Override
    public boolean decodesFiles() {
        return all.decodesFiles();
    }

    @Override
    public void digest(int index, int label, MessageDigest digest) {
        all.digest(chosen[index], label, digest);
    }
}
