package org.dwastudio.data.select;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.text.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Search for the images of a dataset that can be read; every image is decoded once. */
final class ReadableImages {
    private static final Logger LOG = LoggerFactory.getLogger(ReadableImages.class);
    private static final int AT_ONCE = 32;

    private final List<String> unreadable = new ArrayList<>();

    private ReadableImages() {}

    /**
     * Returns a dataset without its unreadable images, with a note that names them.
     *
     * @throws DatasetException if a split has no readable image
     */
    static DatasetSource of(DatasetSource source) throws DatasetException {
        if (!source.train().decodesFiles()) {
            return source;
        }
        ReadableImages search = new ReadableImages();
        ImageSource train = search.in(source.train());
        ImageSource test = search.in(source.test());
        Optional<ImageSource> validation = source.validation().map(search::in);
        if (search.unreadable.isEmpty()) {
            return source;
        }
        if (train.count() == 0 || test.count() == 0) {
            throw new DatasetException(Message.of(
                    train.count() == 0 ? "select.noTraining" : "select.noTest",
                    source.name(),
                    search.unreadable.get(0)));
        }
        return source.withImages(train, test, validation)
                .withNote(DatasetNote.ofMany(Kind.UNREADABLE_SKIPPED, search.unreadable));
    }

    private ImageSource in(ImageSource images) {
        int threads = Runtime.getRuntime().availableProcessors();
        List<int[]> kept = new ArrayList<>();
        try (OrderedPrefetch<Integer, Part> parts = new OrderedPrefetch<>(
                IntStream.iterate(0, from -> from < images.count(), from -> from + AT_ONCE)
                        .iterator(),
                from -> part(images, from),
                threads,
                4 * threads)) {
            while (parts.hasNext()) {
                Part part = parts.next();
                kept.add(part.kept());
                unreadable.addAll(part.unreadable());
            }
        }
        int[] all = kept.stream().flatMapToInt(Arrays::stream).toArray();
        return all.length == images.count()
                ? images
                : images.select(all, Arrays.stream(all).map(images::label).toArray());
    }

    @SuppressWarnings("ArrayRecordComponent") // Passed on once, never compared.
    private record Part(int[] kept, List<String> unreadable) {}

    private static Part part(ImageSource images, int from) {
        List<String> broken = new ArrayList<>();
        int[] kept = IntStream.range(from, Math.min(images.count(), from + AT_ONCE))
                .filter(index -> {
                    try {
                        images.read(index);
                        return true;
                    } catch (IOException | RuntimeException e) {
                        LOG.warn("{} is left out: {}", images.describe(index), e.getMessage());
                        broken.add(images.describe(index) + " (" + e.getMessage() + ")");
                        return false;
                    }
                })
                .toArray();
        return new Part(kept, broken);
    }
}
