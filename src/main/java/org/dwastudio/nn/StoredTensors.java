package org.dwastudio.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.dwastudio.nn.layer.Distribution;
import org.dwastudio.nn.layer.TensorSource;
import org.dwastudio.nn.operator.MemoryLayout;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;

/** Source of the tensors of a file. Mismatches are collected while the network is built and reported together. */
final class StoredTensors implements TensorSource {
    // PyTorch counts batches for a running average that torchvision's networks do not use.
    private static final String IGNORED = "num_batches_tracked";
    // The counter that PyTorch's averaged models store next to the network.
    private static final String AVERAGED = "n_averaged";
    private static final int LONGEST_LIST = 5;

    private final NDManager manager;
    private final DataType dataType;
    private final TensorFile file;

    StoredTensors(NDManager manager, DataType dataType, TensorFile file) {
        this.manager = manager;
        this.dataType = dataType;
        this.file = file;
    }

    /** Returns true if no network needs a tensor of that name. */
    static boolean isIgnored(String name) {
        return name.endsWith("." + IGNORED) || name.equals(IGNORED) || name.equals(AVERAGED);
    }

    @Override
    public NDArray tensor(String name, Shape shape, Distribution fresh) {
        try (NDArray tensor =
                Objects.requireNonNull(file.tensors().get(name), name).toNDArray(manager)) {
            return MemoryLayout.forNetwork(tensor, dataType);
        }
    }

    /**
     * Compares a file with the tensors that a network needs; call it before the network is built.
     *
     * @param needed shapes by name, in module order
     * @param advice supplier of the advice that is appended to the message
     * @throws WeightsException if a tensor is missing, unexpected or of another shape
     */
    static void verify(TensorFile file, Map<String, Shape> needed, Supplier<Message> advice) throws WeightsException {
        List<Message> problems = new ArrayList<>();
        needed.forEach((name, shape) -> {
            StoredTensor stored = file.tensors().get(name);
            if (stored == null) {
                problems.add(Message.of("network.lacks", name, shape));
            } else if (!stored.shape().equals(shape)) {
                problems.add(Message.of(
                        "network.shape", name, PrintableText.name(stored.shape().toString()), shape));
            }
        });
        file.tensors().forEach((name, tensor) -> {
            if (!needed.containsKey(name) && !isIgnored(name)) {
                problems.add(Message.of(
                        "network.foreign",
                        PrintableText.name(name),
                        PrintableText.name(tensor.shape().toString())));
            }
        });
        if (!problems.isEmpty()) {
            Message listed = problems.subList(0, Math.min(LONGEST_LIST, problems.size())).stream()
                    .reduce((first, next) -> Message.of("list.next", first, next))
                    .orElseThrow();
            Message all = problems.size() > LONGEST_LIST
                    ? Message.of("list.more", listed, problems.size() - LONGEST_LIST)
                    : listed;
            throw new WeightsException(file.path(), Message.of("network.mismatch", all, advice.get()));
        }
    }
}
