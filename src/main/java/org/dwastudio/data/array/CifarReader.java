package org.dwastudio.data.array;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.text.Message;

/**
 * Reader of the binary versions of CIFAR-10 and CIFAR-100. A record is the label (CIFAR-100: the coarse label, which is
 * ignored, and the fine one), then 32×32 values each of red, green and blue.
 *
 * <p>Source: the description of the binary version on the CIFAR page.
 */
public final class CifarReader {
    /** The largest published file, CIFAR-100's train.bin, has 154 million bytes. */
    private static final int MOST_BYTES = 400_000_000;

    private final DatasetFolder folder;
    private final Version version;

    /** Version of the dataset, with its files and the length of its labels. */
    public enum Version {
        CIFAR_10(
                Message.of("format.cifar10Binary"),
                List.of(
                        "data_batch_1.bin",
                        "data_batch_2.bin",
                        "data_batch_3.bin",
                        "data_batch_4.bin",
                        "data_batch_5.bin"),
                "test_batch.bin",
                "batches.meta.txt",
                1),
        CIFAR_100(Message.of("format.cifar100Binary"), List.of("train.bin"), "test.bin", "fine_label_names.txt", 2);

        private final Message format;
        private final List<String> train;
        private final String test;
        private final String names;
        private final int labelBytes;

        Version(Message format, List<String> train, String test, String names, int labelBytes) {
            this.format = format;
            this.train = train;
            this.test = test;
            this.names = names;
            this.labelBytes = labelBytes;
        }

        /** Returns true if one of its files has this name. */
        public boolean hasFile(String name) {
            return train.contains(name) || name.equals(test) || name.equals(names);
        }
    }

    public CifarReader(DatasetFolder folder, Version version) {
        this.folder = folder;
        this.version = version;
    }

    /**
     * Reads the dataset.
     *
     * @throws DatasetException if a file is missing or invalid
     */
    public DatasetSource read(String name) throws IOException {
        List<String> classNames = classNames();
        return new DatasetSource(
                name,
                version.format,
                classNames,
                images(version.train, classNames.size()),
                images(List.of(version.test), classNames.size()),
                false);
    }

    private List<String> classNames() throws IOException {
        String text = new String(content(version.names), StandardCharsets.UTF_8);
        List<String> names =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (names.size() < 2) {
            throw problem(version.names, Message.of("cifar.fewNames", names.size()));
        }
        return names;
    }

    private LabeledImages images(List<String> files, int classes) throws IOException {
        CifarImages images = new CifarImages();
        for (String file : files) {
            append(file, classes, images);
        }
        return images.all();
    }

    private void append(String file, int classes, CifarImages images) throws IOException {
        byte[] records = content(file);
        int length = version.labelBytes + CifarImages.PIXELS;
        if (records.length == 0) {
            throw problem(file, Message.of("file.empty"));
        }
        if (records.length % length != 0) {
            throw problem(
                    file,
                    Message.of(
                            "cifar.record",
                            records.length,
                            length,
                            records.length / length,
                            (long) records.length / length * length));
        }
        for (int record = 0; record < records.length / length; record++) {
            int start = record * length;
            int label = records[start + version.labelBytes - 1] & 0xFF;
            if (label >= classes) {
                throw problem(file, Message.of("cifar.recordLabel", record, start, label, classes - 1));
            }
            images.add(label, records, start + version.labelBytes);
        }
    }

    private byte[] content(String file) throws IOException {
        try (InputStream stream = folder.openRequired(file)) {
            return stream.readNBytes(MOST_BYTES);
        }
    }

    private DatasetException problem(String file, Message what) {
        return new DatasetException(Message.of("cifar.binary", folder.describe(file), what));
    }
}
