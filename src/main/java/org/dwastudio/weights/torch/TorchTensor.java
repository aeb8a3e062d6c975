package org.dwastudio.weights.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.pickle.PickledGlobal;
import org.dwastudio.weights.pickle.PickledNone;
import org.dwastudio.weights.pickle.PickledObject;
import org.dwastudio.weights.pickle.PickledReference;
import org.dwastudio.weights.pickle.PickledTuple;

/**
 * Tensor as PyTorch pickles it: a window on a storage.
 *
 * @param storage storage of the values
 * @param offset index of the first value in the storage
 * @param sizes shape
 * @param strides steps between neighbors along each axis, in values
 */
record TorchTensor(Storage storage, long offset, List<Long> sizes, List<Long> strides) implements PickledTensor {
    private static final String PARAMETER = "torch._utils._rebuild_parameter";
    /** PyTorch's own limit. */
    private static final int MOST_AXES = 64;
    /** A parameter wraps one tensor. */
    private static final int DEEPEST = 4;

    TorchTensor {
        sizes = List.copyOf(sizes);
        strides = List.copyOf(strides);
    }

    /**
     * Storage of values.
     *
     * @param key name in the file
     * @param type type of the values
     * @param count number of values
     */
    record Storage(String key, TorchStorageType type, long count) {}

    /** Returns true if a pickle's value is a tensor or a parameter. */
    static boolean isTensor(Object value) {
        return value instanceof PickledObject object && isRebuild(object.called());
    }

    /** Returns true if the name is one of the functions that create tensors. */
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
     * Reads a value that {@link #isTensor} accepted.
     *
     * @throws IllegalArgumentException if its description is not PyTorch's
     */
    static TorchTensor of(Object value) {
        Object tensor = value;
        for (int depth = 0;
                depth < DEEPEST
                        && tensor instanceof PickledObject object
                        && object.called().qualifiedName().startsWith(PARAMETER);
                depth++) {
            tensor = item(object.arguments(), 0);
        }
        if (!(tensor instanceof PickledObject object)
                || !isRebuild(object.called())
                || object.called().qualifiedName().startsWith(PARAMETER)) {
            throw new DescribedArgumentException(Message.of("torch.parameter"));
        }
        List<Object> arguments = object.arguments();
        return new TorchTensor(
                storage(item(arguments, 0)),
                number(item(arguments, 1)),
                numbers(item(arguments, 2)),
                numbers(item(arguments, 3)));
    }

    /** Returns true if a reference is to a storage; whole modules also refer to their source code. */
    static boolean isStorage(PickledReference reference) {
        return reference.id() instanceof PickledTuple id
                && !id.items().isEmpty()
                && "storage".equals(id.items().get(0));
    }

    /** Returns the storage that an identifier names: ('storage', type, key, device, number of values). */
    static Storage storage(Object reference) {
        if (!(reference instanceof PickledReference outside) || !(outside.id() instanceof PickledTuple id)) {
            throw new DescribedArgumentException(Message.of("torch.noStorage"));
        }
        List<Object> parts = id.items();
        if (!(item(parts, 1) instanceof PickledGlobal global) || !(item(parts, 2) instanceof String key)) {
            throw new DescribedArgumentException(Message.of("torch.noStorage"));
        }
        if (parts.size() > 5 && parts.get(5) != PickledNone.NONE) {
            throw new DescribedArgumentException(Message.of("torch.view"));
        }
        Optional<TorchStorageType> type = TorchStorageType.of(global);
        if (type.isEmpty()) {
            throw new DescribedArgumentException(
                    Message.of("torch.unknownType", PrintableText.name(global.qualifiedName())));
        }
        return new Storage(key, type.get(), number(item(parts, 4)));
    }

    private static Object item(List<Object> items, int index) {
        if (index >= items.size()) {
            throw new DescribedArgumentException(Message.of("torch.incomplete"));
        }
        return items.get(index);
    }

    private static long number(Object value) {
        if (value instanceof Long number && number >= 0) {
            return number;
        }
        // A list may contain itself, and its text would be endless: only numbers are shown.
        String shown = value instanceof Long ? value.toString() : "something";
        throw new DescribedArgumentException(Message.of("torch.number", shown));
    }

    private static List<Long> numbers(Object value) {
        // torch.Size is pickled as a call with a tuple.
        Object tuple = value instanceof PickledObject size && !size.arguments().isEmpty()
                ? size.arguments().get(0)
                : value;
        if (!(tuple instanceof PickledTuple items)) {
            throw new DescribedArgumentException(Message.of("torch.tuple"));
        }
        if (items.items().size() > MOST_AXES) {
            throw new DescribedArgumentException(
                    Message.of("torch.axes", items.items().size(), MOST_AXES));
        }
        List<Long> numbers = new ArrayList<>();
        for (Object number : items.items()) {
            numbers.add(number(number));
        }
        return numbers;
    }
}
