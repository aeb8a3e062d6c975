package org.dwastudio.data.array;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dwastudio.data.ClassList;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.data.select.SeededSplit;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.file.ExpansionLimit;
import org.dwastudio.file.ZipContent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/**
 * Reader of images and labels in one NumPy archive, such as MedMNIST's ({@code train_images}, {@code train_labels},
 * {@code val_…}, {@code test_…}), Keras' ({@code x_train}, {@code y_train}, …), or {@code x} and {@code y} alone. Images
 * are arrays of bytes [N, H, W], [N, H, W, C] or [N, C, H, W].
 */
public final class NpzDatasetReader {
    private static final Message FORMAT = Message.of("format.npz");
    private static final long MOST_BYTES = 2_000_000_000;
    private static final List<String> IMAGES = List.of("images", "x", "data", "image");
    private static final List<String> LABELS = List.of("labels", "y", "targets", "label", "target");

    private final Path file;
    private final Map<String, IntegerArray> arrays = new HashMap<>();

    public NpzDatasetReader(Path file) {
        this.file = file;
    }

    /**
     * Reads the dataset.
     *
     * @param drawn selection of the test images if the file has no test split
     * @throws DatasetException if the file has no images and labels, or is damaged
     */
    public DatasetSource read(String name, SeededSplit drawn) throws IOException {
        try {
            return parse(name, drawn);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DatasetException(
                    e instanceof ArithmeticException ? Message.of("npz.labels", file) : FailureCause.describe(e), e);
        }
    }

    private DatasetSource parse(String name, SeededSplit drawn) throws IOException {
        open();
        Optional<LabeledImages> train = split("train").or(this::unsplit);
        Optional<LabeledImages> validation =
                split("val").or(() -> split("valid")).or(() -> split("validation"));
        Optional<LabeledImages> test = split("test");
        if (train.isEmpty()) {
            throw new DatasetException(Message.of(
                    "npz.noImages",
                    file,
                    String.join(
                            ", ", arrays.keySet().stream().sorted().limit(10).toList())));
        }
        List<String> classes = classes(List.of(train, validation, test));
        List<DatasetNote> notes = new ArrayList<>();
        if (test.isEmpty() && validation.isPresent()) {
            notes.add(DatasetNote.of(Kind.VALIDATION_IS_TEST, "val"));
            test = validation;
            validation = Optional.empty();
        }
        if (validation.isPresent()) {
            notes.add(DatasetNote.of(Kind.THREE_SPLITS, "train", "val", "test"));
        }
        boolean bySeed = test.isEmpty();
        LabeledImages all = train.get();
        return new DatasetSource(
                name,
                FORMAT,
                new ClassList(classes),
                bySeed ? drawn.train(all, classes) : all,
                bySeed ? drawn.test(all, classes) : test.get(),
                validation.map(images -> (ImageSource) images),
                bySeed,
                Optional.empty(),
                notes);
    }

    private void open() throws IOException {
        try (ZipFile zip = opened()) {
            ZipContent.requireNames(file);
            long most = ExpansionLimit.of(file, MOST_BYTES);
            long total = 0;
            for (ZipEntry entry : zip.stream().toList()) {
                total += Math.max(0, entry.getSize());
                if (entry.getSize() < 0 || total > most) {
                    throw new DatasetException(Message.of("npz.tooLarge", file, most));
                }
                if (entry.getName().endsWith(".npy")) {
                    try (InputStream in = ZipContent.checked(zip.getInputStream(entry), entry)) {
                        String key =
                                entry.getName().substring(0, entry.getName().length() - 4);
                        byte[] content = in.readNBytes((int) entry.getSize());
                        arrays.put(key.toLowerCase(Locale.ROOT), IntegerArray.of(file + ", array " + key, content));
                    }
                }
            }
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw new DatasetException(Message.of("npz.damaged", file, FailureCause.reason(e)), e);
        }
    }

    private ZipFile opened() throws IOException {
        BoundedFile.require(file);
        return new ZipFile(file.toFile());
    }

    private Optional<LabeledImages> split(String split) {
        return pair(
                IMAGES.stream()
                        .flatMap(word -> List.of(split + "_" + word, word + "_" + split).stream())
                        .toList(),
                LABELS.stream()
                        .flatMap(word -> List.of(split + "_" + word, word + "_" + split).stream())
                        .toList());
    }

    private Optional<LabeledImages> unsplit() {
        return pair(IMAGES, LABELS);
    }

    private Optional<LabeledImages> pair(List<String> images, List<String> labels) {
        Optional<IntegerArray> pixels =
                images.stream().filter(arrays::containsKey).findFirst().map(arrays::get);
        Optional<IntegerArray> classes =
                labels.stream().filter(arrays::containsKey).findFirst().map(arrays::get);
        return pixels.isPresent() && classes.isPresent()
                ? Optional.of(joined(pixels.get(), classes.get()))
                : Optional.empty();
    }

    private LabeledImages joined(IntegerArray pixels, IntegerArray labels) {
        int count = pixels.count();
        int[] shape = pixels.shape();
        if (pixels.width() != 1 || shape.length < 3 || shape.length > 4) {
            throw wrong(Message.of("npz.shape"));
        }
        boolean first = shape.length == 4 && shape[3] != 1 && shape[3] != 3 && (shape[1] == 1 || shape[1] == 3);
        int channels = shape.length == 3 ? 1 : first ? shape[1] : shape[3];
        int height = first ? shape[2] : shape[1];
        int width = first ? shape[3] : shape[2];
        if (channels != 1 && channels != 3) {
            throw wrong(Message.of("npz.channels", channels));
        }
        byte[] bytes = first ? channelsLast(pixels.bytes(), channels, height * width) : pixels.bytes();
        return new LabeledImages(new ImageBatch(count, height, width, channels, bytes), labels(labels, count));
    }

    private static byte[] channelsLast(byte[] planes, int channels, int area) {
        byte[] images = new byte[planes.length];
        int size = channels * area;
        for (int i = 0; i < images.length; i++) {
            int place = i % size;
            images[i] = planes[i / size * size + place % channels * area + place / channels];
        }
        return images;
    }

    /** Returns class numbers: as stored, or the place of the one in rows of zeros and a one. */
    private int[] labels(IntegerArray labels, int count) {
        int columns = count == 0 ? 0 : labels.length() / count;
        if (labels.count() != count || count == 0 || columns * count != labels.length()) {
            throw wrong(Message.of("npz.count", labels.count(), count));
        }
        int[] classes = new int[count];
        for (int image = 0; image < count; image++) {
            if (columns == 1) {
                classes[image] = Math.toIntExact(labels.value(image));
                continue;
            }
            int row = image * columns;
            int[] ones = IntStream.range(0, columns)
                    .filter(column -> labels.value(row + column) != 0)
                    .toArray();
            if (ones.length != 1) {
                throw wrong(Message.of("npz.oneHot", image, ones.length));
            }
            classes[image] = ones[0];
        }
        if (IntStream.of(classes).anyMatch(label -> label < 0)) {
            throw wrong(Message.of("npz.negative"));
        }
        return classes;
    }

    /** Problem of the file's content. */
    private IllegalArgumentException wrong(Message what) {
        return new DescribedArgumentException(Message.of("npz.wrong", file, what));
    }

    private static List<String> classes(List<Optional<LabeledImages>> splits) {
        int largest = splits.stream()
                .flatMap(Optional::stream)
                .mapToInt(LabeledImages::largestLabel)
                .max()
                .orElse(0);
        return IntStream.rangeClosed(0, largest).mapToObj(Integer::toString).toList();
    }
}
