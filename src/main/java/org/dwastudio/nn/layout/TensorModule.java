package org.dwastudio.nn.layout;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Module with tensors of its own.
 *
 * @param path path of the module
 * @param names full names of its tensors by role: weight, bias, running_mean, running_var
 * @param shapes shapes of its tensors by role
 */
record TensorModule(String path, Map<String, String> names, Map<String, Shape> shapes) {
    static final String WEIGHT = "weight";
    static final String BIAS = "bias";
    static final String MEAN = "running_mean";
    static final String VARIANCE = "running_var";
    private static final Map<String, String> ROLES =
            Map.of(WEIGHT, WEIGHT, "gamma", WEIGHT, BIAS, BIAS, "beta", BIAS, MEAN, MEAN, VARIANCE, VARIANCE);

    /** Returns the modules of a network, in the order in which their first tensors appear. */
    static List<TensorModule> of(Map<String, Shape> tensors) {
        Map<String, TensorModule> modules = new LinkedHashMap<>();
        tensors.forEach((name, shape) -> {
            String path = ModulePath.parent(name);
            String leaf = name.substring(name.lastIndexOf('.') + 1);
            TensorModule module = modules.computeIfAbsent(
                    path, key -> new TensorModule(key, new LinkedHashMap<>(), new LinkedHashMap<>()));
            String role = ROLES.get(leaf);
            // Masks, counters and the like do not make a layer another one.
            if (role != null) {
                module.names().put(role, name);
                module.shapes().put(role, shape);
            }
        });
        return new ArrayList<>(modules.values());
    }

    /** Returns true for a convolution or a fully connected layer. */
    boolean isLayer() {
        return shapes.containsKey(WEIGHT)
                && weight().dimension() >= 2
                && !shapes.containsKey(MEAN)
                && fits(BIAS, weight().get(0));
    }

    /** Returns true for a norm, with or without running statistics. */
    boolean isNorm() {
        if (shapes.isEmpty()) {
            return false;
        }
        boolean statistics = shapes.containsKey(MEAN) && shapes.containsKey(VARIANCE);
        boolean none = !shapes.containsKey(MEAN) && !shapes.containsKey(VARIANCE);
        boolean affine = shapes.containsKey(WEIGHT) && shapes.containsKey(BIAS);
        return (statistics || (none && affine))
                && shapes.values().stream().allMatch(shape -> shape.dimension() == 1 && shape.get(0) == channels());
    }

    /** Returns the shape of a layer's weight. */
    Shape weight() {
        return shapes.getOrDefault(WEIGHT, new Shape());
    }

    boolean hasStatistics() {
        return shapes.containsKey(MEAN);
    }

    /** Returns the number of channels of a norm. */
    long channels() {
        Shape first = shapes.values().iterator().next();
        return first.dimension() == 1 ? first.get(0) : -1;
    }

    private boolean fits(String role, long size) {
        Shape shape = shapes.get(role);
        return shape == null || (shape.dimension() == 1 && shape.get(0) == size);
    }
}
