package org.dwastudio.weights.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dwastudio.weights.pickle.PickledGlobal;
import org.dwastudio.weights.pickle.PickledNone;
import org.dwastudio.weights.pickle.PickledObject;
import org.dwastudio.weights.pickle.PickledReference;
import org.dwastudio.weights.pickle.PickledTuple;

/**
 * A tensor as PyTorch pickles it: a window on a storage.
 *
 * @param storage which storage
 * @param offset of the first value in it, in values
 * @param sizes the shape
 * @param strides steps between neighbours along each axis, in values
 */
record TorchTensor(Storage storage, long offset, List<Long> sizes, List<Long> strides) {
    private static final String PARAMETER = "torch._utils._rebuild_parameter";

    /**
     * Where values are kept.
     *
     * @param key its name in the file
     * @param type what its values are
     * @param count how many values it has
     */
    record Storage(String key, TorchStorageType type, long count) {}

    /** Whether a pickle's value is a tensor or a parameter. */
    static boolean isTensor(Object value) {
        return value instanceof PickledObject object && isRebuild(object.called());
    }

    /** Whether it is one of the functions that make tensors. */
    static boolean isRebuild(PickledGlobal global) {
        return switch (global.qualifiedName()) {
            case "torch._utils._rebuild_tensor",
                    "torch._utils._rebuild_tensor_v2",
                    PARAMETER,
                    "torch._utils._rebuild_parameter_with_state" -> true;
            default -> false;
        };
    }

    /**
     * Reads one that {@link #isTensor} recognised.
     *
     * @throws IllegalArgumentException if it is not described as PyTorch does
     */
    static TorchTensor of(Object value) {
        Object tensor = value;
        while (tensor instanceof PickledObject object
                && object.called().qualifiedName().startsWith(PARAMETER)) {
            tensor = item(object.arguments(), 0);
        }
        if (!(tensor instanceof PickledObject object) || !isRebuild(object.called())) {
            throw new IllegalArgumentException("its parameter holds no tensor");
        }
        List<Object> arguments = object.arguments();
        return new TorchTensor(
                storage(item(arguments, 0)),
                number(item(arguments, 1)),
                numbers(item(arguments, 2)),
                numbers(item(arguments, 3)));
    }

    /** The storage that an identifier names: ('storage', type, key, device, number of values). */
    static Storage storage(Object reference) {
        if (!(reference instanceof PickledReference outside) || !(outside.id() instanceof PickledTuple id)) {
            throw new IllegalArgumentException("its storage is not described");
        }
        List<Object> parts = id.items();
        if (!(item(parts, 1) instanceof PickledGlobal global) || !(item(parts, 2) instanceof String key)) {
            throw new IllegalArgumentException("its storage is not described");
        }
        if (parts.size() > 5 && parts.get(5) != PickledNone.NONE) {
            throw new IllegalArgumentException("its storage is a view of another, as only PyTorch before 0.4 wrote it");
        }
        Optional<TorchStorageType> type = TorchStorageType.of(global);
        if (type.isEmpty()) {
            throw new IllegalArgumentException("its storage is of the unknown type " + global.qualifiedName());
        }
        return new Storage(key, type.get(), number(item(parts, 4)));
    }

    private static Object item(List<Object> items, int index) {
        if (index >= items.size()) {
            throw new IllegalArgumentException("its description is incomplete");
        }
        return items.get(index);
    }

    private static long number(Object value) {
        if (value instanceof Long number && number >= 0) {
            return number;
        }
        throw new IllegalArgumentException("its description has " + value + " where a number of at least 0 belongs");
    }

    private static List<Long> numbers(Object value) {
        // torch.Size is pickled as a call with a tuple.
        Object tuple = value instanceof PickledObject size && !size.arguments().isEmpty()
                ? size.arguments().get(0)
                : value;
        if (!(tuple instanceof PickledTuple items)) {
            throw new IllegalArgumentException("its shape or strides are no tuple");
        }
        List<Long> numbers = new ArrayList<>();
        for (Object number : items.items()) {
            numbers.add(number(number));
        }
        return numbers;
    }
}
