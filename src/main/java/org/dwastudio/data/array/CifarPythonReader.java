package org.dwastudio.data.array;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/**
 * Reader of the Python versions of CIFAR-10 and CIFAR-100, as torchvision downloads them: pickles of a dictionary with
 * {@code data}, N rows of 1024 values each of red, green and blue, and {@code labels} or {@code fine_labels}.
 *
 * <p>Source: the description of the Python version on the CIFAR page.
 */
public final class CifarPythonReader {
    private final DatasetFolder folder;
    private final Version version;

    /** Version of the dataset, with its files and keys. */
    public enum Version {
        CIFAR_10(
                Message.of("format.cifar10Python"),
                List.of("data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5"),
                "test_batch",
                "batches.meta",
                "label_names",
                "labels"),
        CIFAR_100(
                Message.of("format.cifar100Python"),
                List.of("train"),
                "test",
                "meta",
                "fine_label_names",
                "fine_labels");

        private final Message format;
        private final List<String> train;
        private final String test;
        private final String meta;
        private final String names;
        private final String labels;

        Version(Message format, List<String> train, String test, String meta, String names, String labels) {
            this.format = format;
            this.train = train;
            this.test = test;
            this.meta = meta;
            this.names = names;
            this.labels = labels;
        }

        /** Returns true if one of its files has this name. */
        public boolean hasFile(String name) {
            return train.contains(name) || name.equals(test) || name.equals(meta);
        }
    }

    public CifarPythonReader(DatasetFolder folder, Version version) {
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
        Object names = content(version.meta).get(version.names);
        if (names instanceof List<?> list && list.size() > 1) {
            return list.stream().map(CifarPickle::text).toList();
        }
        throw problem(version.meta, Message.of("cifar.names", version.names));
    }

    private LabeledImages images(List<String> files, int classes) throws IOException {
        CifarImages images = new CifarImages();
        for (String file : files) {
            Map<String, Object> batch = content(file);
            byte[] planes = CifarPickle.bytes(batch.getOrDefault("data", ""));
            if (!(batch.get(version.labels) instanceof List<?> list)
                    || (long) list.size() * CifarImages.PIXELS != planes.length) {
                throw problem(file, Message.of("cifar.arrays", version.labels));
            }
            int start = 0;
            for (Object label : list) {
                if (!(label instanceof Long value) || value < 0 || value >= classes) {
                    throw problem(file, Message.of("cifar.label", label, classes - 1));
                }
                images.add(value.intValue(), planes, start);
                start += CifarImages.PIXELS;
            }
        }
        LabeledImages all = images.all();
        if (all.count() == 0) {
            throw problem(files.get(0), Message.of("cifar.noImages"));
        }
        return all;
    }

    private Map<String, Object> content(String file) throws IOException {
        try (InputStream stream = folder.openRequired(file)) {
            return CifarPickle.read(stream);
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw problem(file, FailureCause.describe(e));
        }
    }

    private DatasetException problem(String file, Message what) {
        return new DatasetException(Message.of("cifar.python", folder.describe(file), what));
    }
}
