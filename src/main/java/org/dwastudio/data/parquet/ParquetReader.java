package org.dwastudio.data.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.folder.SplitName;
import org.dwastudio.data.select.SeededSplit;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;

/**
 * Reader of a dataset in Parquet files with encoded images and labels, as the Hugging Face hub has it. Labels are
 * numbers, named by the metadata of the Hugging Face library, or names. Rows without a label are left out.
 */
public final class ParquetReader {
    private static final Message FORMAT = Message.of("format.parquet");
    private static final int MOST_CLASSES = 100_000;
    private static final String NO_LABEL = "-1";

    private final Path place;
    private final int whiteLevel;

    /**
     * Creates a reader.
     *
     * @param place folder of the files, or one file
     * @param whiteLevel stored value that becomes white in images of more than 8 bits; 0 for the largest
     */
    public ParquetReader(Path place, int whiteLevel) {
        this.place = place;
        this.whiteLevel = whiteLevel;
    }

    /**
     * Reads the dataset; images are decoded when they are needed.
     *
     * @param drawn selection of the test images if there is no test split
     * @throws DatasetException if a file is damaged, or the files have no images and labels
     */
    public DatasetSource read(String name, SeededSplit drawn) throws IOException {
        ParquetFolder folder = ParquetFolder.of(place);
        List<Path> training =
                folder.files(SplitName.TRAIN).isEmpty() ? folder.unsplit() : folder.files(SplitName.TRAIN);
        if (training.isEmpty()) {
            throw new DatasetException(Message.of("parquet.noTraining", place));
        }
        List<ParquetFile> train = files(training);
        List<ParquetFile> validation = files(folder.files(SplitName.VALIDATION));
        List<ParquetFile> test = files(folder.files(SplitName.TEST));
        List<String> classes =
                classes(Stream.of(train, validation, test).flatMap(List::stream).toList());
        List<DatasetNote> notes = new ArrayList<>();
        ImageSource all = images("train", train, classes, notes);
        Optional<ImageSource> choosing = split("validation", validation, classes, notes);
        Optional<ImageSource> testing = split("test", test, classes, notes);
        if (all.count() == 0) {
            throw new DatasetException(Message.of("parquet.unlabeled", place));
        }
        if (testing.isEmpty() && choosing.isPresent()) {
            notes.add(DatasetNote.of(Kind.VALIDATION_IS_TEST, "validation"));
            testing = choosing;
            choosing = Optional.empty();
        }
        if (testing.isEmpty()) {
            return new DatasetSource(name, FORMAT, classes, drawn.train(all, classes), drawn.test(all, classes), true)
                    .withNotes(notes);
        }
        if (choosing.isPresent()) {
            notes.add(DatasetNote.of(Kind.THREE_SPLITS, "train", "validation", "test"));
        }
        return new DatasetSource(name, FORMAT, classes, all, testing.get(), false)
                .withImages(all, testing.get(), choosing)
                .withNotes(notes);
    }

    private static List<ParquetFile> files(List<Path> paths) throws IOException {
        List<ParquetFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(ParquetFile.read(path));
        }
        return files;
    }

    /** Returns the names in the metadata; or the labels: numbers from 0, or texts in the order of the alphabet. */
    private List<String> classes(List<ParquetFile> files) throws DatasetException {
        List<List<String>> named = files.stream()
                .map(ParquetFile::classNames)
                .filter(names -> !names.isEmpty())
                .distinct()
                .toList();
        if (named.size() > 1) {
            throw new DatasetException(Message.of("parquet.classes", place));
        }
        if (!named.isEmpty()) {
            return named.get(0);
        }
        TreeSet<String> labels = new TreeSet<>();
        for (ParquetFile file : files) {
            labels.addAll(Arrays.asList(file.labels()));
        }
        labels.removeAll(List.of("", NO_LABEL));
        boolean numbers = labels.stream().allMatch(label -> label.matches("\\d{1,5}"));
        int largest =
                numbers ? labels.stream().mapToInt(Integer::parseInt).max().orElse(0) : labels.size() - 1;
        if (largest >= MOST_CLASSES) {
            throw new DatasetException(Message.of("parquet.manyLabels", place, labels.size(), MOST_CLASSES));
        }
        return numbers
                ? IntStream.rangeClosed(0, largest).mapToObj(Integer::toString).toList()
                : List.copyOf(labels);
    }

    private Optional<ImageSource> split(
            String name, List<ParquetFile> files, List<String> classes, List<DatasetNote> notes) throws IOException {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(images(name, files, classes, notes)).filter(found -> found.count() > 0);
    }

    /** Returns the images of a split that have labels; notes the others. */
    private ImageSource images(String name, List<ParquetFile> files, List<String> classes, List<DatasetNote> notes)
            throws IOException {
        int[] labels = labels(files, classes);
        int[] usable = IntStream.range(0, labels.length)
                .filter(row -> labels[row] >= 0)
                .toArray();
        if (usable.length < labels.length) {
            notes.add(DatasetNote.of(Kind.ROWS_WITHOUT_LABEL, name, labels.length - usable.length));
        }
        int[] rows = Arrays.stream(labels).map(label -> Math.max(0, label)).toArray();
        return new ParquetImages(files, rows, whiteLevel)
                .select(usable, Arrays.stream(usable).map(row -> labels[row]).toArray());
    }

    /** Returns the label of each row; -1 for rows without one. */
    private static int[] labels(List<ParquetFile> files, List<String> classes) throws DatasetException {
        Map<String, Integer> numbers = new HashMap<>();
        for (int label = 0; label < classes.size(); label++) {
            numbers.put(Integer.toString(label), label);
        }
        Map<String, Integer> names = new HashMap<>();
        for (int label = 0; label < classes.size(); label++) {
            names.put(classes.get(label), label);
        }
        IntStream.Builder labels = IntStream.builder();
        for (ParquetFile file : files) {
            Map<String, Integer> known = file.classNames().isEmpty() ? names : numbers;
            for (String label : file.labels()) {
                boolean missing = label.isEmpty() || label.equals(NO_LABEL);
                if (!missing && !known.containsKey(label)) {
                    throw new DatasetException(
                            Message.of("parquet.label", file.path(), PrintableText.name(label), classes.size()));
                }
                labels.add(missing ? -1 : known.getOrDefault(label, -1));
            }
        }
        return labels.build().toArray();
    }
}
