package org.dwastudio.teacher;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.nn.ArchitectureMatcher;
import org.dwastudio.nn.MatchingNetwork;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.PossibleNetwork;
import org.dwastudio.nn.layout.NameMapping;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;
import org.dwastudio.weights.file.WeightsFile;

/**
 * Weights of any format without metadata.
 *
 * @param file content of the file, which may hold several sets of tensors
 */
public record BareWeights(WeightsFile file) {

    private static final int MOST_CANDIDATES = 8;

    /** Teacher made of weights, and how its tensors were found. */
    public record Imported(Teacher teacher, ImportReport report) {}

    /** Set of tensors, the network that it fits, and under which names. */
    private record Match(TensorFile tensors, String group, NetworkConfig network, NameMapping mapping) {}

    /**
     * Reads weights.
     *
     * @throws WeightsException if the file is missing or broken, or contains no tensors
     */
    public static BareWeights read(Path path) throws WeightsException {
        return new BareWeights(WeightsFile.read(path));
    }

    /**
     * Returns the networks that use all tensors of a set of the file, the most likely first. If there is none, the
     * networks that use most of them.
     */
    public List<NetworkConfig> fitting(NetworkCatalog catalog, NDManager manager, OptionalInt imageSize) {
        ArchitectureMatcher matcher = new ArchitectureMatcher(catalog, manager);
        List<NetworkConfig> exact = file.groups().stream()
                .flatMap(group -> matcher.of(group, imageSize).stream())
                .distinct()
                .toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        List<NetworkConfig> contained = file.groups().stream()
                .flatMap(group -> matcher.contained(group, imageSize).stream())
                .map(MatchingNetwork::network)
                .distinct()
                .toList();
        return !contained.isEmpty()
                ? contained
                : file.groups().stream()
                        .flatMap(group -> matcher.possible(group, Optional.empty(), imageSize).stream())
                        .map(PossibleNetwork::network)
                        .distinct()
                        .toList();
    }

    /**
     * Creates a teacher with unknown accuracy (NaN).
     *
     * @param network network that the weights belong to; channels, classes and image size are those of the images.
     *     Empty for the architecture that matches
     * @param origin images that the weights were trained on
     * @param manager manager that sets the device; closing it closes the teacher
     * @param dataType {@link DataType#FLOAT32} or {@link DataType#FLOAT64}
     * @throws WeightsException if the weights do not match, with the networks that do
     * @throws ExtraTensorsException if the file has more tensors than the network
     */
    public Teacher teacher(
            Optional<NetworkConfig> network,
            TeacherOrigin origin,
            NetworkCatalog catalog,
            NDManager manager,
            DataType dataType)
            throws IOException {
        return teacher(network, origin, new Loading(catalog, manager, dataType), ImportConsents.NONE)
                .teacher();
    }

    /**
     * Context in which a network is built.
     *
     * @param manager manager that sets the device; closing it closes the network
     * @param dataType {@link DataType#FLOAT32} or {@link DataType#FLOAT64}
     */
    public record Loading(NetworkCatalog catalog, NDManager manager, DataType dataType) {}

    /**
     * Creates a teacher with unknown accuracy (NaN), and reports how its tensors were found.
     *
     * @param consents what the user agreed to
     * @throws WeightsException if the weights do not match, with the networks that do
     * @throws ExtraTensorsException if the file has more tensors than the network and they are not to be left out
     * @throws OtherClassesException if the file is a teacher of other classes and that is not confirmed
     */
    public Imported teacher(
            Optional<NetworkConfig> network, TeacherOrigin origin, Loading loading, ImportConsents consents)
            throws IOException {
        if (isTeacher()) {
            return ofTeacher(origin, loading, consents);
        }
        ArchitectureMatcher matcher = new ArchitectureMatcher(loading.catalog(), loading.manager());
        List<Match> matches = ranked(matches(network.map(origin::fitted), origin, matcher), origin);
        if (matches.isEmpty()) {
            throw mismatch(network.map(origin::fitted), origin, loading);
        }
        return imported(matches.get(0), origin, loading, consents);
    }

    /** Returns true if the file is a teacher with metadata. */
    public boolean isTeacher() {
        return TeacherMetadata.isIn(file.metadata());
    }

    /**
     * Creates a teacher for every network and mapping of names that may be the right one, the most likely first: equally
     * good matches, which differ in stem, and the mappings that order and shape allow where names do not decide. At most
     * eight; those that cannot be used are left out.
     *
     * @throws IOException as for {@link #teacher(Optional, TeacherOrigin, Loading, ImportConsents)}, if none can be used
     */
    public List<Imported> candidates(
            Optional<NetworkConfig> network, TeacherOrigin origin, Loading loading, ImportConsents consents)
            throws IOException {
        if (isTeacher()) {
            return List.of(ofTeacher(origin, loading, consents));
        }
        ArchitectureMatcher matcher = new ArchitectureMatcher(loading.catalog(), loading.manager());
        Optional<NetworkConfig> wanted = network.map(origin::fitted);
        List<Match> matches = ranked(matches(wanted, origin, matcher), origin);
        Set<Match> candidates = new LinkedHashSet<>();
        if (!matches.isEmpty()) {
            Comparator<Match> order = ranking(origin);
            matches.stream()
                    .filter(match -> order.compare(match, matches.get(0)) == 0)
                    .forEach(candidates::add);
        }
        Optional<NetworkConfig> likeliest =
                matches.stream().findFirst().map(Match::network).or(() -> wanted);
        candidates.addAll(possible(likeliest, origin, matcher));
        if (candidates.isEmpty()) {
            throw mismatch(wanted, origin, loading);
        }
        return imported(candidates, origin, loading, consents);
    }

    /** Creates the teachers of the first usable candidates; throws the first failure if there is none. */
    private List<Imported> imported(
            Set<Match> candidates, TeacherOrigin origin, Loading loading, ImportConsents consents) throws IOException {
        List<Imported> imported = new ArrayList<>();
        Optional<IOException> failure = Optional.empty();
        try {
            for (Match match : candidates) {
                if (imported.size() == MOST_CANDIDATES) {
                    break;
                }
                try {
                    imported.add(imported(match, origin, loading, consents));
                } catch (IOException e) {
                    failure = failure.or(() -> Optional.of(e));
                }
            }
        } catch (RuntimeException e) {
            imported.forEach(one -> one.teacher().close());
            throw e;
        }
        if (imported.isEmpty() && failure.isPresent()) {
            throw failure.get();
        }
        return imported;
    }

    private Imported imported(Match match, TeacherOrigin origin, Loading loading, ImportConsents consents)
            throws IOException {
        if (!consents.ignoreExtra() && !match.mapping().isComplete()) {
            throw new ExtraTensorsException(
                    file.path(), match.network().architecture(), match.mapping().extra());
        }
        NetworkConfig config = origin.fitted(match.network());
        TensorFile named = new MappedWeights(match.tensors(), match.mapping())
                .named(loading.catalog().shapes(match.network(), loading.manager()));
        FiniteValues.require(named);
        Network loaded = loading.catalog().load(config, named, loading.manager(), loading.dataType());
        TeacherMetadata metadata = new TeacherMetadata(
                loaded.config(),
                origin.dataset(),
                origin.classNames(),
                origin.normalization().mean(),
                origin.normalization().std(),
                Double.NaN,
                Map.of());
        return new Imported(
                new Teacher(loaded, metadata),
                ImportReport.of(match.group(), match.mapping(), file.content().placeholders()));
    }

    /** Returns the teacher that the file already is, with the classes and the normalization of these images. */
    private Imported ofTeacher(TeacherOrigin origin, Loading loading, ImportConsents consents) throws IOException {
        DatasetClasses classes = new DatasetClasses(origin.classNames(), consents.otherClasses());
        Teacher teacher = Teacher.adapted(file.path().toString(), file.groups().get(0), classes, loading);
        return new Imported(teacher, new ImportReport("", Map.of(), List.of(), List.of(), List.of(), List.of()));
    }

    private List<Match> matches(Optional<NetworkConfig> network, TeacherOrigin origin, ArchitectureMatcher matcher) {
        List<Match> matches = new ArrayList<>();
        List<TensorFile> groups = file.groups();
        for (int i = 0; i < groups.size(); i++) {
            TensorFile tensors = groups.get(i);
            String group = file.content().groups().get(i).key();
            List<MatchingNetwork> found = network.isPresent()
                    ? matcher.compared(tensors, network.get()).stream().toList()
                    : matcher.contained(tensors, OptionalInt.of(origin.imageSize()));
            for (MatchingNetwork one : found) {
                one.mapping().ifPresent(mapping -> matches.add(new Match(tensors, group, one.network(), mapping)));
            }
        }
        return matches;
    }

    private List<Match> possible(Optional<NetworkConfig> network, TeacherOrigin origin, ArchitectureMatcher matcher) {
        List<Match> possible = new ArrayList<>();
        List<TensorFile> groups = file.groups();
        for (int i = 0; i < groups.size(); i++) {
            TensorFile tensors = groups.get(i);
            String group = file.content().groups().get(i).key();
            matcher.possible(tensors, network, OptionalInt.of(origin.imageSize())).stream()
                    .filter(one -> origin.fitted(one.network()).equals(one.network()))
                    .forEach(one -> possible.add(new Match(tensors, group, one.network(), one.mapping())));
        }
        return possible;
    }

    private static List<Match> ranked(List<Match> matches, TeacherOrigin origin) {
        return matches.stream().sorted(ranking(origin)).toList();
    }

    /** Orders matches: those for the images first, then those that use most of their tensors. */
    private static Comparator<Match> ranking(TeacherOrigin origin) {
        return Comparator.comparing(
                        (Match match) -> !origin.fitted(match.network()).equals(match.network()))
                .thenComparing(match -> match.mapping().extra().size());
    }

    /** Returns the failure with the tensors that do not match the nearest network, and advice. */
    private IOException mismatch(Optional<NetworkConfig> network, TeacherOrigin origin, Loading loading) {
        TensorFile likeliest = file.groups().get(0).withoutWrappers();
        ArchitectureMatcher matcher = new ArchitectureMatcher(loading.catalog(), loading.manager());
        Optional<NetworkConfig> nearest =
                network.or(() -> matcher.nearest(likeliest, OptionalInt.of(origin.imageSize())));
        if (nearest.isEmpty()) {
            return new WeightsException(file.path(), matcher.describeUnmatched(likeliest));
        }
        try {
            loading.catalog()
                    .load(origin.fitted(nearest.get()), likeliest, loading.manager(), loading.dataType())
                    .close();
            return new WeightsException(file.path(), matcher.describeUnmatched(likeliest));
        } catch (WeightsException e) {
            return e;
        }
    }
}
