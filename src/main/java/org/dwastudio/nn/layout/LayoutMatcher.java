package org.dwastudio.nn.layout;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Match of a network's tensors with those of a file whose names differ, by order and shape. Units of equal form are
 * matched in their order; where neither order nor names show which is which, there is no match.
 */
public final class LayoutMatcher {
    /** Parts of a file that may be networks of their own, such as {@code model.} next to {@code criterion.}. */
    private static final int DEEPEST_PART = 3;

    private final Map<String, Shape> tensors;
    private final UnitSequence sequence;
    private final List<Part> parts;

    /** Part of a file: all names with a prefix. */
    private record Part(String prefix, List<String> outside, LayoutMatcher matcher) {}

    private LayoutMatcher(Map<String, Shape> tensors, List<Part> parts) {
        this.tensors = tensors;
        this.sequence = UnitSequence.of(tensors);
        this.parts = parts;
    }

    /**
     * Creates a matcher for the tensors of a file.
     *
     * @param tensors names and shapes in the order of the file
     */
    public static LayoutMatcher of(Map<String, Shape> tensors) {
        List<Part> parts = new ArrayList<>();
        for (String prefix : prefixes(tensors.keySet())) {
            Map<String, Shape> inside = new LinkedHashMap<>();
            List<String> outside = new ArrayList<>();
            tensors.forEach((name, shape) -> {
                if (name.startsWith(prefix)) {
                    inside.put(name.substring(prefix.length()), shape);
                } else {
                    outside.add(name);
                }
            });
            parts.add(new Part(prefix, outside, new LayoutMatcher(inside, List.of())));
        }
        return new LayoutMatcher(tensors, parts);
    }

    private static Set<String> prefixes(Set<String> names) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String name : names) {
            int dot = name.indexOf('.');
            for (int depth = 0; depth < DEEPEST_PART && dot >= 0; depth++) {
                counts.merge(name.substring(0, dot + 1), 1, Integer::sum);
                dot = name.indexOf('.', dot + 1);
            }
        }
        // A part with most of the tensors comes first; a network has at least a convolution, a norm and a layer.
        Set<String> prefixes = new LinkedHashSet<>();
        counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 3 && entry.getValue() * 4 >= names.size())
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> prefixes.add(entry.getKey()));
        return prefixes;
    }

    /**
     * Returns the mapping for a network.
     *
     * @param needed names and shapes of the network, in the order of its modules
     * @return the mapping that leaves out the fewest tensors; empty if there is none, or no unambiguous one
     */
    public Optional<NameMapping> match(Map<String, Shape> needed) {
        Optional<NameMapping> best = byName(needed).or(() -> byUnits(needed)).or(() -> byModules(needed));
        for (Part part : parts) {
            if (best.isPresent() && best.get().isComplete()) {
                break;
            }
            Optional<NameMapping> within =
                    part.matcher().match(needed).map(found -> found.under(part.prefix(), part.outside()));
            if (within.isPresent()
                    && (best.isEmpty()
                            || within.get().extra().size() < best.get().extra().size())) {
                best = within;
            }
        }
        return best;
    }

    /**
     * Returns the mappings that order and shape allow where {@link #match} finds none, or where the names do not show
     * which layers of equal form are projections. Only the outputs of the network show which is right.
     *
     * @param needed as for {@link #match}
     * @return complete mappings, the more likely first; at most one if names decide
     */
    public List<NameMapping> possible(Map<String, Shape> needed) {
        Set<NameMapping> possible = new LinkedHashSet<>();
        Optional<NameMapping> match = match(needed);
        match.ifPresent(possible::add);
        if (match.isEmpty() || byName(needed).isEmpty()) {
            possible.addAll(alternatives(needed));
            for (Part part : parts) {
                if (part.outside().isEmpty() && part.matcher().byName(needed).isEmpty()) {
                    part.matcher().alternatives(needed).stream()
                            .map(found -> found.under(part.prefix(), part.outside()))
                            .forEach(possible::add);
                }
            }
        }
        return possible.stream().filter(NameMapping::isComplete).toList();
    }

    private List<NameMapping> alternatives(Map<String, Shape> needed) {
        UnitSequence ours = UnitSequence.of(needed);
        if (!ours.others().isEmpty()) {
            return List.of();
        }
        return Stream.of(sequence, UnitSequence.written(tensors))
                .flatMap(theirs -> new UnitAssignment(ours.units(), theirs).possible().stream())
                .map(this::mapping)
                .distinct()
                .toList();
    }

    /** Returns the shapes of all tensors, in the order of the file. */
    public Map<String, Shape> tensors() {
        return tensors;
    }

    private Optional<NameMapping> byName(Map<String, Shape> needed) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Map.Entry<String, Shape> tensor : needed.entrySet()) {
            if (!tensor.getValue().equals(tensors.get(tensor.getKey()))) {
                return Optional.empty();
            }
            names.put(tensor.getKey(), tensor.getKey());
        }
        List<String> extra = tensors.keySet().stream()
                .filter(name -> !needed.containsKey(name))
                .toList();
        return Optional.of(new NameMapping(names, Map.of(), List.of(), extra));
    }

    private Optional<NameMapping> byUnits(Map<String, Shape> needed) {
        UnitSequence ours = UnitSequence.of(needed);
        if (ours.units().size() > sequence.units().size() || !ours.others().isEmpty()) {
            return Optional.empty();
        }
        return new UnitAssignment(ours.units(), sequence).assigned().map(this::mapping);
    }

    /** Returns the mapping of modules with equal tensors one after the other, for networks with norms before layers. */
    private Optional<NameMapping> byModules(Map<String, Shape> needed) {
        List<TensorModule> ours = TensorModule.of(needed);
        List<TensorModule> theirs = TensorModule.of(tensors);
        if (!sequence.inOrder()
                || ours.size() != theirs.size()
                || UnitSequence.of(needed).others().isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < ours.size(); i++) {
            if (!ours.get(i).shapes().equals(theirs.get(i).shapes())) {
                return Optional.empty();
            }
            map(ours.get(i), theirs.get(i), names, new ArrayList<>());
        }
        List<String> extra = tensors.keySet().stream()
                .filter(name -> !names.containsValue(name))
                .toList();
        return Optional.of(new NameMapping(names, Map.of(), List.of(), extra));
    }

    private NameMapping mapping(Map<LayerUnit, LayerUnit> assigned) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> folded = new LinkedHashMap<>();
        List<String> filled = new ArrayList<>();
        assigned.forEach((ours, theirs) -> {
            map(ours.layer(), theirs.layer(), names, filled);
            ours.norm().ifPresent(norm -> map(norm, theirs.norm().orElseThrow(), names, filled));
            String bias = theirs.layer().names().get(TensorModule.BIAS);
            if (bias != null && !ours.layer().names().containsKey(TensorModule.BIAS)) {
                ours.norm().ifPresent(norm -> folded.put(norm.path(), bias));
            }
        });
        Set<String> used = new LinkedHashSet<>(names.values());
        used.addAll(folded.values());
        List<String> extra =
                tensors.keySet().stream().filter(name -> !used.contains(name)).toList();
        return new NameMapping(names, folded, filled, extra);
    }

    private static void map(TensorModule ours, TensorModule theirs, Map<String, String> names, List<String> filled) {
        ours.names().forEach((role, name) -> {
            String found = theirs.names().get(role);
            if (found == null) {
                filled.add(name);
            } else {
                names.put(name, found);
            }
        });
    }
}
