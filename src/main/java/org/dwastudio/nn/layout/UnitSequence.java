package org.dwastudio.nn.layout;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Units of a network in the order of its tensors. The order is that of the modules' creation, unless the names are
 * sorted or contradict it, as in files that were written sorted or shuffled: then units are ordered by the numbers in
 * their names.
 *
 * @param units units in order
 * @param inOrder true if the order of the tensors is the order of creation
 * @param others names of the tensors that belong to no unit
 */
record UnitSequence(List<LayerUnit> units, boolean inOrder, List<String> others) {

    /** Returns the units of a network. */
    static UnitSequence of(Map<String, Shape> tensors) {
        List<TensorModule> modules = TensorModule.of(tensors);
        return of(tensors, modules, !isSorted(List.copyOf(tensors.keySet())) && numbersRise(modules));
    }

    /** Returns the units of a network as they were written, though sorted names may have changed the order. */
    static UnitSequence written(Map<String, Shape> tensors) {
        return of(tensors, TensorModule.of(tensors), true);
    }

    private static UnitSequence of(Map<String, Shape> tensors, List<TensorModule> found, boolean inOrder) {
        List<TensorModule> modules = found;
        if (!inOrder) {
            modules = new ArrayList<>(modules);
            modules.sort((one, other) -> ModulePath.NATURAL.compare(one.path(), other.path()));
        }
        Map<TensorModule, TensorModule> norms = pairs(modules, inOrder);
        Set<String> used = new HashSet<>();
        List<LayerUnit> units = new ArrayList<>();
        for (TensorModule module : modules) {
            if (module.isLayer()) {
                LayerUnit unit = new LayerUnit(module, Optional.ofNullable(norms.get(module)));
                units.add(unit);
                used.addAll(module.names().values());
                unit.norm().ifPresent(norm -> used.addAll(norm.names().values()));
            }
        }
        List<String> others =
                tensors.keySet().stream().filter(name -> !used.contains(name)).toList();
        return new UnitSequence(units, inOrder, others);
    }

    private static boolean isSorted(List<String> names) {
        return names.size() > 1 && names.equals(names.stream().sorted().toList());
    }

    /** Returns true unless a module precedes another whose name differs by a smaller number only. */
    private static boolean numbersRise(List<TensorModule> modules) {
        Map<String, String> last = new HashMap<>();
        for (TensorModule module : modules) {
            String words = module.path().replaceAll("[0-9]+", "0");
            String before = last.put(words, module.path());
            if (before != null && ModulePath.NATURAL.compare(before, module.path()) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the norm of each layer: by names, by the next position in a sequence, or by the order of creation. */
    private static Map<TensorModule, TensorModule> pairs(List<TensorModule> modules, boolean inOrder) {
        Map<TensorModule, TensorModule> norms = new HashMap<>();
        Set<String> taken = new HashSet<>();
        Map<String, List<TensorModule>> layers = new HashMap<>();
        Map<String, TensorModule> byPath = new HashMap<>();
        for (TensorModule module : modules) {
            byPath.put(module.path(), module);
            if (module.isLayer()) {
                layers.computeIfAbsent(ModulePath.withoutRole(module.path()), key -> new ArrayList<>())
                        .add(module);
            }
        }
        for (TensorModule norm : modules) {
            if (norm.isNorm()) {
                List<TensorModule> named = layers.getOrDefault(ModulePath.withoutRole(norm.path()), List.of());
                TensorModule layer = named.size() == 1 ? named.get(0) : before(norm, byPath);
                pair(layer, norm, norms, taken);
            }
        }
        if (inOrder) {
            for (int i = 1; i < modules.size(); i++) {
                TensorModule norm = modules.get(i);
                if (norm.isNorm() && !taken.contains(norm.path())) {
                    pair(modules.get(i - 1), norm, norms, taken);
                }
            }
        }
        return norms;
    }

    private static TensorModule before(TensorModule norm, Map<String, TensorModule> byPath) {
        int position = ModulePath.position(norm.path());
        String parent = ModulePath.parent(norm.path());
        return position < 1 ? norm : byPath.getOrDefault((parent.isEmpty() ? "" : parent + ".") + (position - 1), norm);
    }

    private static void pair(
            TensorModule layer, TensorModule norm, Map<TensorModule, TensorModule> norms, Set<String> taken) {
        if (layer.isLayer() && !norms.containsKey(layer) && layer.weight().get(0) == norm.channels()) {
            norms.put(layer, norm);
            taken.add(norm.path());
        }
    }
}
