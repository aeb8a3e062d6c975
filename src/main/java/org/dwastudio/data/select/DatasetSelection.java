package org.dwastudio.data.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.dwastudio.config.ImageSelection;
import org.dwastudio.config.setting.ClosestName;
import org.dwastudio.data.ClassList;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageSource;
import org.dwastudio.text.Message;

/**
 * Selection of a part of a dataset: chosen classes, readable images, classes that have images, and at most some images
 * of each class.
 *
 * @param wanted the selection
 */
public record DatasetSelection(ImageSelection wanted) {

    /**
     * Selects from a dataset as stored.
     *
     * @throws DatasetException if a chosen class does not exist, or a class has no images and is not to be left out
     */
    public DatasetSource of(DatasetSource source) throws DatasetException {
        DatasetSource selected = wanted.classes().isEmpty() ? source : chosen(source);
        if (wanted.skipUnreadable()) {
            selected = ReadableImages.of(selected);
        }
        selected = withoutEmptyClasses(selected);
        if (wanted.maxPerClass() > 0) {
            selected = limited(selected);
        }
        return ClassBalance.note(selected).map(selected::withNote).orElse(selected);
    }

    /**
     * Selects the classes of a dataset, and keeps its unreadable images and empty classes, to be reported.
     *
     * @throws DatasetException if a chosen class does not exist
     */
    public DatasetSource classesOf(DatasetSource source) throws DatasetException {
        DatasetSource selected = wanted.classes().isEmpty() ? source : chosen(source);
        return ClassBalance.note(selected).map(selected::withNote).orElse(selected);
    }

    private DatasetSource chosen(DatasetSource source) throws DatasetException {
        ClassList classes = source.classes();
        boolean[] kept = new boolean[classes.count()];
        List<String> unknown = new ArrayList<>();
        for (String name : wanted.classes()) {
            classes.labelOf(name).ifPresentOrElse(label -> kept[label] = true, () -> unknown.add(name));
        }
        if (!unknown.isEmpty()) {
            throw unknown(source, unknown);
        }
        DatasetSource chosen = only(source, label -> kept[label]);
        if (chosen.classes().count() < 2) {
            throw new DatasetException(Message.of("select.oneClass", source.name()));
        }
        return chosen.withNote(
                DatasetNote.of(Kind.CLASSES_CHOSEN, chosen.classes().count(), classes.count()));
    }

    private static DatasetException unknown(DatasetSource source, List<String> unknown) {
        Optional<String> closest = ClosestName.of(unknown.get(0), source.classNames());
        String names = DatasetNote.examples(unknown);
        return new DatasetException(closest.map(name -> Message.of("select.closest", source.name(), names, name))
                .orElseGet(() ->
                        Message.of("select.unknown", source.name(), names, DatasetNote.examples(source.classNames()))));
    }

    private DatasetSource withoutEmptyClasses(DatasetSource source) throws DatasetException {
        if (!source.train().decodesFiles()) {
            return source;
        }
        List<String> empty = new ArrayList<>();
        boolean[] kept = new boolean[source.classes().count()];
        for (int label = 0; label < kept.length; label++) {
            kept[label] = hasImages(source.train(), label) && (source.splitBySeed() || hasImages(source.test(), label));
            if (!kept[label]) {
                empty.add(source.classes().folders().get(label));
            }
        }
        if (empty.isEmpty()) {
            return source;
        }
        if (!wanted.skipEmptyClasses()) {
            throw empty(source, empty);
        }
        DatasetSource left = only(source, label -> kept[label]);
        if (left.classes().count() < 2) {
            throw empty(source, empty);
        }
        return left.withNote(DatasetNote.ofMany(Kind.EMPTY_CLASSES_SKIPPED, empty));
    }

    private static boolean hasImages(ImageSource images, int label) {
        return images.indicesOf(label).length > 0;
    }

    private static DatasetException empty(DatasetSource source, List<String> empty) {
        return new DatasetException(
                Message.of("select.emptyClass", source.name(), empty.size(), String.join(", ", empty)));
    }

    private DatasetSource limited(DatasetSource source) {
        ImageSource train = source.train();
        int[] kept = IntStream.range(0, source.classes().count())
                .flatMap(label -> spread(train.indicesOf(label)))
                .sorted()
                .toArray();
        return source.withImages(select(train, kept, label -> label), source.test(), source.validation())
                .withNote(DatasetNote.of(Kind.LIMITED_PER_CLASS, wanted.maxPerClass(), kept.length, train.count()));
    }

    private IntStream spread(int... images) {
        int taken = Math.min(images.length, wanted.maxPerClass());
        return IntStream.range(0, taken).map(i -> images[(int) ((long) i * images.length / taken)]);
    }

    private static ImageSource select(ImageSource all, int[] kept, IntUnaryOperator labels) {
        return all.select(
                kept,
                Arrays.stream(kept)
                        .map(image -> labels.applyAsInt(all.label(image)))
                        .toArray());
    }

    /** Returns a dataset with some of its classes, in their order. */
    private static DatasetSource only(DatasetSource source, IntPredicate kept) {
        List<Integer> labels = IntStream.range(0, source.classes().count())
                .filter(kept)
                .boxed()
                .toList();
        int[] renumbered = new int[source.classes().count()];
        Arrays.fill(renumbered, -1);
        for (int label = 0; label < labels.size(); label++) {
            renumbered[labels.get(label)] = label;
        }
        return source.withClasses(source.classes().only(labels))
                .withImages(
                        only(source.train(), renumbered),
                        only(source.test(), renumbered),
                        source.validation().map(images -> only(images, renumbered)));
    }

    private static ImageSource only(ImageSource images, int... renumbered) {
        int[] kept = IntStream.range(0, images.count())
                .filter(image -> renumbered[images.label(image)] >= 0)
                .toArray();
        return select(images, kept, label -> renumbered[label]);
    }
}
