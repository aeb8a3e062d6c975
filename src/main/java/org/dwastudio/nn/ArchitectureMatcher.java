package org.dwastudio.nn;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dwastudio.config.NetworkConfig;
import org.dwastudio.config.NetworkConfig.Stem;
import org.dwastudio.nn.architecture.ArchitectureFacts;
import org.dwastudio.weights.file.TensorFile;

/** Finds the networks of a catalogue that the tensors of a file fit, by their names and shapes alone. */
public final class ArchitectureMatcher {
    /** Up to here the field's networks have the stem for small images. */
    private static final int LARGEST_SMALL_IMAGE = 64;

    private static final int FEW = 3;
    private static final String CHECK = "Please check architecture, width, stem, channels, classes and image size.";

    private final NetworkCatalog catalog;
    private final NDManager manager;

    /**
     * Looks in a catalogue.
     *
     * @param manager decides nothing, but building needs one
     */
    public ArchitectureMatcher(NetworkCatalog catalog, NDManager manager) {
        this.catalog = catalog;
        this.manager = manager;
    }

    /**
     * All networks whose tensors are exactly those of the file, the likeliest first. Stems that differ in strides alone
     * both fit: the image size decides which comes first.
     *
     * @param imageSize of the images that the network shall see, if that is known; an image size that the tensors
     *     themselves tell goes before it
     */
    public List<NetworkConfig> of(TensorFile weights, OptionalInt imageSize) {
        return ranked(weights, imageSize)
                .filter(MatchingNetwork::isExact)
                .map(MatchingNetwork::network)
                .toList();
    }

    /** What to do about a file that does not fit the network that was asked for. */
    String advice(TensorFile weights, NetworkConfig asked) {
        List<NetworkConfig> exact = of(weights, OptionalInt.of(asked.imageSize()));
        Optional<NetworkConfig> sameKind =
                exact.stream().filter(network -> isSameKind(network, asked)).findFirst();
        if (sameKind.isPresent()) {
            return "These tensors fit " + describe(sameKind.get())
                    + ". Please choose the dataset that they were trained" + " on: one of "
                    + difference(sameKind.get(), asked) + ".";
        }
        if (!exact.isEmpty()) {
            return "These tensors fit " + describe(exact.get(0)) + ". Please choose that network.";
        }
        return ranked(weights, OptionalInt.of(asked.imageSize()))
                .findFirst()
                .map(nearest -> "The nearest known network is " + describe(nearest.network()) + ", which "
                        + nearest.fitting() + " of " + nearest.all() + " tensors fit. " + CHECK)
                .orElseGet(() -> "No known network has such tensors; known are " + keys() + ". " + CHECK);
    }

    /** What to say about a file that fits no network at all. */
    public String unknown(TensorFile weights) {
        String names = weights.tensors().entrySet().stream()
                .limit(FEW)
                .map(tensor -> "'" + tensor.getKey() + "' " + tensor.getValue().shape())
                .collect(Collectors.joining(", "));
        return "no known network has tensors like " + (names.isEmpty() ? "these (there are none)" : names + ", …")
                + "; known are " + keys()
                + ", with torchvision's names. Please rename the tensors, or choose other weights.";
    }

    /**
     * The network that most tensors fit, of those that fit any.
     *
     * @param imageSize as for {@link #of}
     */
    public Optional<NetworkConfig> nearest(TensorFile weights, OptionalInt imageSize) {
        return ranked(weights, imageSize).findFirst().map(MatchingNetwork::network);
    }

    private Stream<MatchingNetwork> ranked(TensorFile weights, OptionalInt imageSize) {
        CandidateGenerator candidates = new CandidateGenerator(catalog, manager, shapes(weights), imageSize);
        Stem likely = imageSize.orElse(LARGEST_SMALL_IMAGE) <= LARGEST_SMALL_IMAGE ? Stem.SMALL : Stem.IMAGENET;
        return catalog.offered().stream()
                .flatMap(facts -> facts.stems().stream()
                        .sorted(Comparator.comparing(stem -> stem != likely))
                        .flatMap(stem -> candidates.of(facts, stem).stream()))
                .filter(network -> network.fitting() > 0)
                .sorted(Comparator.comparing(MatchingNetwork::isExact)
                        .thenComparing(MatchingNetwork::fitting)
                        .reversed()
                        .thenComparing(MatchingNetwork::strangers));
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

    private static String difference(NetworkConfig network, NetworkConfig asked) {
        if (network.classes() != asked.classes()) {
            return network.classes() + " classes, not " + asked.classes();
        }
        if (network.channels() != asked.channels()) {
            return counted(network.channels(), "channel") + ", not " + asked.channels();
        }
        return "images of " + network.imageSize() + "×" + network.imageSize() + ", not " + asked.imageSize() + "×"
                + asked.imageSize();
    }

    /** For example {@code resnet18 (width 16, stem small, 1 channel, 10 classes, images of 28×28)}. */
    static String describe(NetworkConfig network) {
        return network.architecture() + " (width " + network.width() + ", stem "
                + network.stem().name().toLowerCase(Locale.ROOT) + ", " + counted(network.channels(), "channel") + ", "
                + network.classes() + " classes, images of " + network.imageSize() + "×" + network.imageSize() + ")";
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private String keys() {
        return catalog.offered().stream().map(ArchitectureFacts::key).collect(Collectors.joining(", "));
    }
}
