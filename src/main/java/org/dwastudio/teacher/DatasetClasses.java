package org.dwastudio.teacher;

import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.file.TensorFile;

/**
 * Classes of the dataset that a teacher is used on.
 *
 * @param names class names in the order of the labels
 * @param othersAllowed true if the user confirmed a teacher of other classes
 */
public record DatasetClasses(List<String> names, boolean othersAllowed) {

    public DatasetClasses {
        names = List.copyOf(names);
    }

    /** Teacher's file and metadata with the classes of a dataset. */
    record Adapted(TensorFile file, TeacherMetadata metadata) {}

    /**
     * Returns a teacher with the names and the order of these classes. A teacher of the same names in another order has
     * the rows of its last layer reordered. One of another number of classes is returned as it is; whoever uses it
     * compares the numbers.
     *
     * @param weights the teacher as the user names it
     * @throws OtherClassesException if the names differ and that is not confirmed
     */
    Adapted adapted(String weights, TensorFile file, TeacherMetadata metadata) throws OtherClassesException {
        if (names.size() != metadata.classNames().size()) {
            return new Adapted(file, metadata);
        }
        ClassComparison comparison = ClassComparison.of(metadata.classNames(), names);
        return switch (comparison.result()) {
            case SAME, UNKNOWN -> new Adapted(file, metadata.withClassNames(names));
            case REORDERED -> new Adapted(reordered(file, comparison.order()), metadata.withClassNames(names));
            case OTHER -> {
                if (!othersAllowed) {
                    throw new OtherClassesException(weights, metadata, names);
                }
                yield new Adapted(file, metadata.withClassNames(names).withTestAccuracy(Double.NaN));
            }
        };
    }

    /** Returns the file with the rows of its last matrix, and of the bias next to it, in another order. */
    private static TensorFile reordered(TensorFile file, List<Integer> order) {
        String last = "";
        for (Map.Entry<String, StoredTensor> tensor : file.tensors().entrySet()) {
            Shape shape = tensor.getValue().shape();
            if (shape.dimension() == 2 && shape.get(0) == order.size()) {
                last = tensor.getKey();
            }
        }
        String bias = last.replaceFirst("weight$", "bias");
        Map<String, StoredTensor> tensors = new LinkedHashMap<>(file.tensors());
        for (String name : List.of(last, bias)) {
            tensors.computeIfPresent(name, (key, tensor) -> reordered(tensor, order));
        }
        return new TensorFile(file.path(), tensors, file.metadata());
    }

    private static StoredTensor reordered(StoredTensor tensor, List<Integer> order) {
        ByteBuffer data = tensor.data();
        int row = data.remaining() / order.size();
        ByteBuffer rows = ByteBuffer.allocate(data.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        for (int index : order) {
            rows.put(data.slice(index * row, row));
        }
        return new StoredTensor(tensor.dataType(), tensor.shape(), rows.flip());
    }
}
