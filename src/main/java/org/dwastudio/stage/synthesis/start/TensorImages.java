package org.dwastudio.stage.synthesis.start;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;

/**
 * The images of a file: column c takes the c-th image of each class, and begins again where a class has fewer images
 * than there are columns.
 */
public final class TensorImages implements ImageInitializer {
    /** Name that the reader of PyTorch files gives a tensor without one. */
    private static final String BARE = "tensor";

    private final StoredTensor images;
    private final List<int[]> indicesByLabel;

    private TensorImages(StoredTensor images, List<int[]> indicesByLabel) {
        this.images = images;
        this.indicesByLabel = indicesByLabel;
    }

    /**
     * Reads {@code images} [N, C, H, W], normalized, and {@code labels} [N]; or one tensor [K, C, H, W] without a name,
     * image k of class k, as the published code of DWA saves {@code init_images/tensor_N.pt}.
     *
     * @param manager used while reading
     * @throws WeightsException when the file is broken, does not fit the teacher, or lacks images of a class
     */
    public static TensorImages read(Path file, NetworkConfig network, NDManager manager) throws WeightsException {
        TensorFile tensors = TensorFile.read(file);
        boolean bare = tensors.tensors().keySet().equals(Set.of(BARE));
        StoredTensor images = tensors.tensor(bare ? BARE : "images");
        long count = images.shape().dimension() == 4 ? images.shape().get(0) : 0;
        Shape expected = new Shape(count, network.channels(), network.imageSize(), network.imageSize());
        if (count == 0 || !images.shape().equals(expected)) {
            throw new WeightsException(
                    file,
                    Message.of(
                            "start.shape",
                            PrintableText.name(images.shape().toString()),
                            network.channels(),
                            network.imageSize()));
        }
        long[] labels = bare ? onePerClass(file, count, network.classes()) : labels(tensors, manager);
        if (labels.length != count) {
            throw new WeightsException(file, Message.of("start.labels", count, labels.length));
        }
        List<int[]> indices = new ArrayList<>();
        for (int label = 0; label < network.classes(); label++) {
            int wanted = label;
            int[] found = IntStream.range(0, labels.length)
                    .filter(i -> labels[i] == wanted)
                    .toArray();
            if (found.length == 0) {
                throw new WeightsException(file, Message.of("start.noLabel", label));
            }
            indices.add(found);
        }
        return new TensorImages(images, indices);
    }

    private static long[] onePerClass(Path file, long count, int classes) throws WeightsException {
        if (count != classes) {
            throw new WeightsException(file, Message.of("start.count", count, classes));
        }
        return LongStream.range(0, count).toArray();
    }

    private static long[] labels(TensorFile tensors, NDManager manager) throws WeightsException {
        try (NDArray stored = tensors.tensor("labels").toNDArray(manager);
                NDArray whole = stored.toType(DataType.INT64, true)) {
            return whole.toLongArray();
        }
    }

    @Override
    public NDArray images(ClassBatch batch, NDManager manager, DataType type) {
        long[] chosen = IntStream.range(batch.firstClass(), batch.firstClass() + batch.size())
                .mapToLong(label -> {
                    int[] found = indicesByLabel.get(label);
                    return found[batch.column() % found.length];
                })
                .toArray();
        try (NDArray all = images.toNDArray(manager);
                NDArray index = manager.create(chosen);
                NDArray picked = all.get(index)) {
            NDArray result = picked.toType(type, true);
            result.attach(manager);
            return result;
        }
    }
}
