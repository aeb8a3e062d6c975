package org.dwastudio.nn;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.architecture.ArchitectureFacts;
import org.dwastudio.nn.layout.LayoutMatcher;

/**
 * Generator of the networks of one architecture and stem that the tensors of a file might match. Shapes are enough: a
 * convolution on one or three channels gives channels and width, a matrix gives the classes and, where it depends on
 * it, the image size. Names decide only which of them is tried first.
 */
final class CandidateGenerator {
    private static final int CHANNELS = 3;
    private static final int CLASSES = 10;
    private static final int MOST_ENTRIES = 4;
    private static final int MOST_HEADS = 3;
    /** Common image sizes, the most likely first. */
    private static final int[] USUAL_SIZES = {32, 28, 64, 224, 96, 128, 256};

    private final NetworkCatalog catalog;
    private final NDManager manager;
    private final LayoutMatcher layout;
    private final Map<String, Shape> stored;
    private final OptionalInt imageSize;
    private final Map<NetworkConfig, Optional<Map<String, Shape>>> known = new HashMap<>();

    /**
     * Creates a generator for one file.
     *
     * @param layout names and shapes of the file's tensors
     * @param imageSize size of the images the network will receive, if known
     */
    CandidateGenerator(NetworkCatalog catalog, NDManager manager, LayoutMatcher layout, OptionalInt imageSize) {
        this.catalog = catalog;
        this.manager = manager;
        this.layout = layout;
        this.stored = layout.tensors();
        this.imageSize = imageSize;
    }

    /** Returns the candidates, each with the tensors that it shares with the file. */
    List<MatchingNetwork> of(ArchitectureFacts facts, Stem stem) {
        int size = imageSize.orElse(stem == Stem.SMALL ? 32 : 224);
        NetworkConfig published = new NetworkConfig(facts.key(), facts.fullWidth(), stem, CHANNELS, CLASSES, size);
        List<MatchingNetwork> fitting = new ArrayList<>();
        shapes(published).ifPresent(shapes -> {
            String first = nameOf(shapes, 4, false);
            String last = nameOf(shapes, 2, true);
            Set<NetworkConfig> guesses = new LinkedHashSet<>();
            for (Shape entry : entries(first)) {
                for (int width : widths(published, shapes, entry)) {
                    for (int classes : classes(last)) {
                        guesses.add(new NetworkConfig(facts.key(), width, stem, (int) entry.get(1), classes, size));
                    }
                }
            }
            guesses.forEach(guess -> fitted(guess, last).ifPresent(fitting::add));
        });
        return fitting;
    }

    /** Returns the comparison with one network; empty if it cannot be built. */
    Optional<MatchingNetwork> fit(NetworkConfig guess) {
        return shapes(guess).map(shapes -> MatchingNetwork.of(guess, shapes, layout));
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
                        .filter(shapes -> stored.containsValue(shapes.getOrDefault(last, new Shape())))
                        .isPresent())
                .findFirst()
                .flatMap(this::fit)
                .or(() -> asGuessed);
    }

    private boolean dependsOnSize(NetworkConfig guess, String last) {
        return !shapes(withSize(guess, 64))
                .map(shapes -> shapes.getOrDefault(last, new Shape()))
                .equals(shapes(withSize(guess, 128)).map(shapes -> shapes.getOrDefault(last, new Shape())));
    }

    /** Returns the possible first convolutions; the one of the network's own name comes first. */
    private List<Shape> entries(String first) {
        Set<Shape> entries = new LinkedHashSet<>();
        if (stored.containsKey(first)) {
            entries.add(stored.getOrDefault(first, new Shape()));
        }
        entries.addAll(stored.values());
        return entries.stream()
                .filter(shape -> shape.dimension() == 4 && (shape.get(1) == 1 || shape.get(1) == CHANNELS))
                .limit(MOST_ENTRIES)
                .toList();
    }

    /**
     * Returns the possible widths: in proportion to the first convolution that grows with the width, equal to it, and as
     * published.
     *
     * @param entry the first convolution of the file
     */
    private Set<Integer> widths(NetworkConfig published, Map<String, Shape> shapes, Shape entry) {
        Set<Integer> widths = new LinkedHashSet<>();
        List<Shape> expected = convolutions(shapes);
        int place = firstThatGrows(published, expected);
        List<Shape> given = convolutions(stored);
        long found = place > 0 && place < given.size() ? given.get(place).get(0) : entry.get(0);
        long outputs = place < expected.size() ? expected.get(place).get(0) : found;
        long scaled = Math.round((double) published.width() * found / outputs);
        for (long width : new long[] {scaled, found, published.width()}) {
            if (width >= 1 && width <= NetworkConfig.WIDTH.max()) {
                widths.add((int) width);
            }
        }
        return widths;
    }

    /** Returns the place of the first convolution whose outputs depend on the width; 0 for nearly all architectures. */
    private int firstThatGrows(NetworkConfig published, List<Shape> expected) {
        List<Shape> doubled = shapes(withWidth(published, 2 * published.width()))
                .map(CandidateGenerator::convolutions)
                .orElse(expected);
        for (int i = 0; i < Math.min(expected.size(), doubled.size()); i++) {
            if (expected.get(i).get(0) != doubled.get(i).get(0)) {
                return i;
            }
        }
        return 0;
    }

    private static List<Shape> convolutions(Map<String, Shape> shapes) {
        return shapes.values().stream().filter(shape -> shape.dimension() == 4).toList();
    }

    /** Returns the possible numbers of classes: the rows of matrices, that of the network's own name or the last first. */
    private Set<Integer> classes(String last) {
        List<Shape> matrices = new ArrayList<>(stored.values());
        matrices.add(stored.getOrDefault(last, new Shape()));
        Collections.reverse(matrices);
        Set<Integer> classes = new LinkedHashSet<>();
        for (Shape matrix : matrices) {
            boolean usable =
                    matrix.dimension() == 2 && matrix.get(0) >= 1 && matrix.get(0) <= NetworkConfig.CLASSES.max();
            if (usable && classes.size() < MOST_HEADS) {
                classes.add((int) matrix.get(0));
            }
        }
        return classes.isEmpty() ? Set.of(CLASSES) : classes;
    }

    private Optional<Map<String, Shape>> shapes(NetworkConfig config) {
        Optional<Map<String, Shape>> shapes = known.get(config);
        if (shapes == null) {
            shapes = built(config);
            known.put(config, shapes);
        }
        return shapes;
    }

    private Optional<Map<String, Shape>> built(NetworkConfig config) {
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

    private static NetworkConfig withWidth(NetworkConfig config, int width) {
        return new NetworkConfig(
                config.architecture(), width, config.stem(), config.channels(), config.classes(), config.imageSize());
    }

    private static NetworkConfig withSize(NetworkConfig config, int size) {
        return new NetworkConfig(
                config.architecture(), config.width(), config.stem(), config.channels(), config.classes(), size);
    }
}
