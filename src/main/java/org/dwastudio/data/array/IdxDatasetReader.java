package org.dwastudio.data.array;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/**
 * Reader of a folder with the four files of an MNIST-style dataset, each plain or with the extension {@code .gz}, and
 * optionally {@code classes.txt} with one class name per line; without it classes are named by their numbers.
 */
public final class IdxDatasetReader {
    private static final Message FORMAT = Message.of("format.idx");
    private static final String CLASSES = "classes.txt";
    private static final int MOST_BYTES_OF_NAMES = 1 << 20;

    private final DatasetFolder folder;

    public IdxDatasetReader(DatasetFolder folder) {
        this.folder = folder;
    }

    /**
     * Reads the dataset.
     *
     * @throws DatasetException if a file is missing or invalid, or the files do not belong together
     */
    public DatasetSource read(String name) throws IOException {
        LabeledImages train = readSplit("train");
        LabeledImages test = readSplit("t10k");
        List<String> classNames = folder.has(CLASSES)
                ? readClassNames()
                : numbers(Math.max(train.largestLabel(), test.largestLabel()) + 1);
        try {
            new InMemoryDataset(
                    name, classNames, train, test); // The constructor throws with the mismatch in its message.
            return new DatasetSource(name, FORMAT, classNames, train, test, false);
        } catch (IllegalArgumentException e) {
            throw new DatasetException(Message.of("idx.mixed", folder.describe(), FailureCause.reason(e)), e);
        }
    }

    private LabeledImages readSplit(String prefix) throws IOException {
        String imageFile = find(prefix + "-images-idx3-ubyte");
        String labelFile = find(prefix + "-labels-idx1-ubyte");
        ImageBatch images;
        byte[] labels;
        try (InputStream stream = folder.open(imageFile)) {
            images = new IdxReader(folder.describe(imageFile)).readImages(stream);
        }
        try (InputStream stream = folder.open(labelFile)) {
            labels = new IdxReader(folder.describe(labelFile)).readLabels(stream);
        }
        if (images.count() != labels.length) {
            throw new DatasetException(
                    Message.of("idx.labels", folder.describe(labelFile), labels.length, images.count(), imageFile));
        }
        return new LabeledImages(images, labels);
    }

    private String find(String file) throws DatasetException {
        for (String candidate : List.of(file, file + ".gz")) {
            if (folder.has(candidate)) {
                return candidate;
            }
        }
        throw new DatasetException(Message.of("idx.missing", folder.describe(), file));
    }

    private List<String> readClassNames() throws IOException {
        try (InputStream stream = folder.open(CLASSES)) {
            return new String(stream.readNBytes(MOST_BYTES_OF_NAMES), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
