package org.dwastudio.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Set<String> used = new HashSet<>();
    private final List<Message> problems = new ArrayList<>();

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
        used.add(name);
        StoredTensor stored = file.tensors().get(name);
        if (stored != null && stored.shape().equals(shape)) {
            try (NDArray tensor = stored.toNDArray(manager)) {
                return MemoryLayout.forNetwork(tensor, dataType);
            }
        }
        problems.add(
                stored == null
                        ? Message.of("network.lacks", name, shape)
                        : Message.of(
                                "network.shape",
                                name,
                                PrintableText.name(stored.shape().toString()),
                                shape));
        return manager.zeros(shape, dataType);
    }

    /**
     * Throws if the file did not match; call it after the network is built.
     *
     * @param advice supplier of the advice that is appended to the message
     */
    void verify(Supplier<Message> advice) throws WeightsException {
        for (Map.Entry<String, StoredTensor> tensor : file.tensors().entrySet()) {
            String name = tensor.getKey();
            if (!used.contains(name) && !isIgnored(name)) {
                problems.add(Message.of(
                        "network.foreign",
                        PrintableText.name(name),
                        PrintableText.name(tensor.getValue().shape().toString())));
            }
        }
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
