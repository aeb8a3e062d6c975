package org.dwastudio.nn;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.architecture.ArchitectureFacts;
import org.dwastudio.nn.layout.LayoutMatcher;
import org.dwastudio.nn.layout.NameMapping;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.file.TensorFile;

/**
 * Search for the networks of a catalog whose tensors match the tensors of a file: by names and shapes, or under other
 * names by order and shapes.
 */
public final class ArchitectureMatcher {
    /** Largest image side, in pixels, for which the literature's networks have the stem for small images. */
    private static final int LARGEST_SMALL_IMAGE = 64;

    private static final int FEW = 3;

    private final NetworkCatalog catalog;
    private final NDManager manager;

    /**
     * Creates a matcher for the networks of a catalog.
     *
     * @param manager a manager in which candidate networks are built; it has no influence on the result
     */
    public ArchitectureMatcher(NetworkCatalog catalog, NDManager manager) {
        this.catalog = catalog;
        this.manager = manager;
    }

    /**
     * Returns all networks whose tensors are exactly those of the file, the most likely first. Networks whose stems
     * differ only in strides have equal tensors and therefore both match; the image size decides which comes first.
     *
     * @param imageSize size of the images the network will receive, if known; an image size that follows from the
     *     tensors takes precedence
     */
    public List<NetworkConfig> of(TensorFile weights, OptionalInt imageSize) {
        return ranked(weights, imageSize)
                .filter(MatchingNetwork::isExact)
                .map(MatchingNetwork::network)
                .toList();
    }

    /**
     * Returns the networks whose tensors the file contains, those that use most of them first.
     *
     * @param imageSize as for {@link #of}
     */
    public List<MatchingNetwork> contained(TensorFile weights, OptionalInt imageSize) {
        return ranked(weights, imageSize)
                .filter(network -> network.mapping().isPresent())
                .toList();
    }

    /**
     * Returns the networks with every mapping of the file's tensors that order and shape allow, where names do not
     * decide; only their outputs show which is right.
     *
     * @param network the only network to consider; empty for all
     * @param imageSize as for {@link #of}
     */
    public List<PossibleNetwork> possible(TensorFile weights, Optional<NetworkConfig> network, OptionalInt imageSize) {
        LayoutMatcher layout = LayoutMatcher.of(shapes(weights));
        List<NetworkConfig> networks = network.isPresent()
                ? network.stream().toList()
                : compared(new CandidateGenerator(catalog, manager, layout, imageSize), imageSize)
                        .map(MatchingNetwork::network)
                        .distinct()
                        .toList();
        List<PossibleNetwork> possible = new ArrayList<>();
        for (NetworkConfig one : networks) {
            for (NameMapping mapping : layout.possible(catalog.shapes(one, manager))) {
                possible.add(new PossibleNetwork(one, mapping));
            }
        }
        return possible;
    }

    /** Returns the comparison of a file with one network; empty if the network cannot be built. */
    public Optional<MatchingNetwork> compared(TensorFile weights, NetworkConfig network) {
        return candidates(weights, OptionalInt.of(network.imageSize())).fit(network);
    }

    /** Returns advice about a file that does not match the requested network. */
    Message advice(TensorFile weights, NetworkConfig asked) {
        List<NetworkConfig> exact = of(weights, OptionalInt.of(asked.imageSize()));
        Optional<NetworkConfig> sameKind =
                exact.stream().filter(network -> isSameKind(network, asked)).findFirst();
        if (sameKind.isPresent()) {
            return Message.of("network.otherDataset", sameKind.get().description(), difference(sameKind.get(), asked));
        }
        if (!exact.isEmpty()) {
            return Message.of("network.other", exact.get(0).description());
        }
        return ranked(weights, OptionalInt.of(asked.imageSize()))
                .findFirst()
                .map(nearest -> Message.of(
                        "network.nearest", nearest.network().description(), nearest.fitting(), nearest.all()))
                .orElseGet(() -> Message.of("network.none", keys()));
    }

    /** Returns a message for a file that matches no network at all. */
    public Message describeUnmatched(TensorFile weights) {
        String names = weights.tensors().entrySet().stream()
                .limit(FEW)
                .map(tensor -> "'" + PrintableText.name(tensor.getKey()) + "' "
                        + PrintableText.name(tensor.getValue().shape().toString()))
                .collect(Collectors.joining(", "));
        return Message.of(
                "network.noneFits", names.isEmpty() ? Message.of("network.noTensors") : names + ", …", keys());
    }

    /**
     * Returns the network with the most matching tensors, among those with at least one.
     *
     * @param imageSize as for {@link #of}
     */
    public Optional<NetworkConfig> nearest(TensorFile weights, OptionalInt imageSize) {
        return ranked(weights, imageSize).findFirst().map(MatchingNetwork::network);
    }

    private Stream<MatchingNetwork> ranked(TensorFile weights, OptionalInt imageSize) {
        return compared(candidates(weights, imageSize), imageSize)
                .filter(network -> network.fitting() > 0 || network.mapping().isPresent())
                .sorted(Comparator.comparing(MatchingNetwork::leftOut)
                        .thenComparing(MatchingNetwork::fitting, Comparator.reverseOrder())
                        .thenComparing(MatchingNetwork::mismatches));
    }

    private Stream<MatchingNetwork> compared(CandidateGenerator candidates, OptionalInt imageSize) {
        Stem likely = imageSize.orElse(LARGEST_SMALL_IMAGE) <= LARGEST_SMALL_IMAGE ? Stem.SMALL : Stem.IMAGENET;
        return catalog.offered().stream().flatMap(facts -> facts.stems().stream()
                .sorted(Comparator.comparing(stem -> stem != likely))
                .flatMap(stem -> candidates.of(facts, stem).stream()));
    }

    private CandidateGenerator candidates(TensorFile weights, OptionalInt imageSize) {
        return new CandidateGenerator(catalog, manager, LayoutMatcher.of(shapes(weights)), imageSize);
    }

    private static Map<String, Shape> shapes(TensorFile weights) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        weights.tensors().forEach((name, tensor) -> {
            if (!StoredTensors.isIgnored(name)) {
                shapes.put(name, tensor.shape());
            }
        });
        return shapes;
    }

    private static boolean isSameKind(NetworkConfig network, NetworkConfig asked) {
        return network.architecture().equals(asked.architecture())
                && network.width() == asked.width()
                && network.stem() == asked.stem();
    }

    private static Message difference(NetworkConfig network, NetworkConfig asked) {
        if (network.classes() != asked.classes()) {
            return Message.of("network.classes", network.classes(), asked.classes());
        }
        if (network.channels() != asked.channels()) {
            return Message.of("network.channels", network.channels(), asked.channels());
        }
        return Message.of("network.size", network.imageSize(), asked.imageSize());
    }

    private String keys() {
        return catalog.offered().stream().map(ArchitectureFacts::key).collect(Collectors.joining(", "));
    }
}
