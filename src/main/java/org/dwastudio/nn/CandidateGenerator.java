package org.dwastudio.nn;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.architecture.ArchitectureFacts;

/**
 * Generator of the networks of one architecture and stem that the tensors of a file might match. Two tensors are
 * enough: the first convolution gives channels and width; the last matrix gives the classes and, where it depends on
 * it, the image size.
 */
final class CandidateGenerator {
    private static final int CHANNELS = 3;
    private static final int CLASSES = 10;
    /** Common image sizes, the most likely first. */
    private static final int[] USUAL_SIZES = {32, 28, 64, 224, 96, 128, 256};

    private final NetworkCatalog catalog;
    private final NDManager manager;
    private final Map<String, Shape> stored;
    private final OptionalInt imageSize;

    /**
     * Creates a generator for one file.
     *
     * @param stored names and shapes of the file's tensors
     * @param imageSize size of the images the network will receive, if known
     */
    CandidateGenerator(NetworkCatalog catalog, NDManager manager, Map<String, Shape> stored, OptionalInt imageSize) {
        this.catalog = catalog;
        this.manager = manager;
        this.stored = stored;
        this.imageSize = imageSize;
    }

    /** Returns the candidates, each with the number of its matching tensors. */
    List<MatchingNetwork> of(ArchitectureFacts facts, Stem stem) {
        int size = imageSize.orElse(stem == Stem.SMALL ? 32 : 224);
        NetworkConfig published = new NetworkConfig(facts.key(), facts.fullWidth(), stem, CHANNELS, CLASSES, size);
        List<MatchingNetwork> fitting = new ArrayList<>();
        shapes(published).ifPresent(shapes -> {
            String first = nameOf(shapes, 4, false);
            String last = nameOf(shapes, 2, true);
            Shape entry = stored.getOrDefault(first, new Shape());
            if (entry.dimension() == 4 && (entry.get(1) == 1 || entry.get(1) == CHANNELS)) {
                for (int width :
                        widths(facts, Objects.requireNonNull(shapes.get(first)).get(0), entry.get(0))) {
                    NetworkConfig guess = new NetworkConfig(
                            facts.key(),
                            width,
                            stem,
                            (int) entry.get(1),
                            rows(last).orElse(CLASSES),
                            size);
                    fitted(guess, last).ifPresent(fitting::add);
                }
            }
        });
        return fitting;
    }

    /** Returns the candidate, with another image size if the last matrix requires one. */
    private Optional<MatchingNetwork> fitted(NetworkConfig guess, String last) {
        Optional<MatchingNetwork> asGuessed = fit(guess);
        if (asGuessed.isEmpty() || asGuessed.get().isExact() || !dependsOnSize(guess, last)) {
            return asGuessed;
        }
        int smallest = (int) NetworkConfig.IMAGE_SIZE.min();
        return IntStream.concat(IntStream.of(USUAL_SIZES), IntStream.rangeClosed(smallest, 256))
                .mapToObj(size -> withSize(guess, size))
                .filter(other -> shapes(other)
                        .filter(shapes ->
                                Objects.requireNonNull(shapes.get(last)).equals(stored.get(last)))
                        .isPresent())
                .findFirst()
                .flatMap(this::fit)
                .or(() -> asGuessed);
    }

    private boolean dependsOnSize(NetworkConfig guess, String last) {
        return !shapes(withSize(guess, 64))
                .map(shapes -> shapes.get(last))
                .equals(shapes(withSize(guess, 128)).map(shapes -> shapes.get(last)));
    }

    private Optional<MatchingNetwork> fit(NetworkConfig guess) {
        return shapes(guess).map(shapes -> MatchingNetwork.of(guess, shapes, stored));
    }

    /** Returns the possible widths: in proportion to the first convolution, equal to it, and as published. */
    private static Set<Integer> widths(ArchitectureFacts facts, long published, long found) {
        Set<Integer> widths = new LinkedHashSet<>();
        long scaled = Math.round((double) facts.fullWidth() * found / published);
        for (long width : new long[] {scaled, found, facts.fullWidth()}) {
            if (width >= 1 && width <= NetworkConfig.WIDTH.max()) {
                widths.add((int) width);
            }
        }
        return widths;
    }

    private OptionalInt rows(String matrix) {
        Shape shape = stored.getOrDefault(matrix, new Shape());
        boolean usable = shape.dimension() == 2 && shape.get(0) >= 1 && shape.get(0) <= NetworkConfig.CLASSES.max();
        return usable ? OptionalInt.of((int) shape.get(0)) : OptionalInt.empty();
    }

    private Optional<Map<String, Shape>> shapes(NetworkConfig config) {
        try {
            return Optional.of(catalog.shapes(config, manager));
        } catch (IllegalArgumentException e) {
            // The network cannot be built, for example because its images are too small.
            return Optional.empty();
        }
    }

    private static String nameOf(Map<String, Shape> shapes, int dimension, boolean last) {
        String name = "";
        for (Map.Entry<String, Shape> tensor : shapes.entrySet()) {
            if (tensor.getValue().dimension() == dimension) {
                name = tensor.getKey();
                if (!last) {
                    break;
                }
            }
        }
        return name;
    }

    private static NetworkConfig withSize(NetworkConfig config, int size) {
        return new NetworkConfig(
                config.architecture(), config.width(), config.stem(), config.channels(), config.classes(), size);
    }
}
