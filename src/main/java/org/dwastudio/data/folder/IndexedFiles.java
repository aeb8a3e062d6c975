package org.dwastudio.data.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageSource;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageHeader;
import org.dwastudio.image.codec.DeepValues;
import org.dwastudio.image.codec.ImageFile;

/** Images in files, listed by name: class by class, and by name within a class. */
public final class IndexedFiles implements ImageSource {
    private final Path root;
    private final List<ClassFiles> classes;
    private final int whiteLevel;
    /** Index of each class's first image, followed by the total number of images. */
    private final int[] starts;

    /**
     * Joins the files of all classes.
     *
     * @param root the dataset's folder
     * @param classes classes in label order
     * @param whiteLevel stored value that becomes white in images of more than 8 bits; 0 for the largest
     */
    public IndexedFiles(Path root, List<ClassFiles> classes, int whiteLevel) {
        this.root = root;
        this.whiteLevel = whiteLevel;
        this.classes = List.copyOf(classes);
        starts = new int[classes.size() + 1];
        for (int label = 0; label < classes.size(); label++) {
            starts[label + 1] = Math.addExact(starts[label], classes.get(label).count());
        }
    }

    @Override
    public int count() {
        return starts[classes.size()];
    }

    @Override
    public int label(int index) {
        Objects.checkIndex(index, count());
        int found = Arrays.binarySearch(starts, index);
        if (found < 0) {
            return -found - 2;
        }
        int label = found;
        while (starts[label + 1] == index) {
            label++; // Classes without images begin at the same index.
        }
        return label;
    }

    @Override
    public int[] indicesOf(int label) {
        return IntStream.range(starts[label], starts[label + 1]).toArray();
    }

    @Override
    public String describe(int index) {
        return path(index).toString();
    }

    @Override
    public Optional<Path> file(int index) {
        return Optional.of(path(index));
    }

    @Override
    public ImageHeader header(int index) throws IOException {
        return new ImageFile(path(index)).header();
    }

    @Override
    public ImageBatch read(int index) throws IOException {
        return new ImageFile(path(index)).read(whiteLevel);
    }

    @Override
    public Optional<DeepValues> deepValues(int index) throws IOException {
        return new ImageFile(path(index)).deepValues();
    }

    @Override
    public boolean decodesFiles() {
        return true;
    }

    /** Updates a digest with label, folder, name and size of one file. */
    @Override
    public void digest(int index, int label, MessageDigest digest) {
        int folder = label(index);
        ClassFiles files = classes.get(folder);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(label).flip());
        digest.update(files.folder().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        files.digest(index - starts[folder], digest);
    }

    /** Returns a file's path relative to the class's folder, with slashes. */
    @Override
    public String key(int index) {
        int label = label(index);
        return classes.get(label).name(index - starts[label]);
    }

    private Path path(int index) {
        return root.resolve(classes.get(label(index)).folder()).resolve(key(index));
    }
}
