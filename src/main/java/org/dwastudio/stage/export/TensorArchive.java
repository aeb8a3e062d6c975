package org.dwastudio.stage.export;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.Gson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.file.ByteSizes;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.file.TensorFile;

/**
 * One file of tensors: {@code images} [N, C, H, W] in float32, normalized; {@code labels} [N] in int64; {@code mean}
 * and {@code std} [C] in float32, with pixels scaled to 0 to 1. Images are ordered by class, and by column within a
 * class.
 *
 * @param file file name; the extension decides the format
 */
record TensorArchive(String file) implements ExportWriter {

    @Override
    public void write(DistilledSet set, Path folder) throws IOException {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        tensors.put("images", images(set));
        tensors.put("labels", labels(set));
        tensors.put("mean", floats(set.normalization().mean()));
        tensors.put("std", floats(set.normalization().std()));
        new TensorFile(folder.resolve(file), tensors, metadata(set)).write();
    }

    private static StoredTensor images(DistilledSet set) throws IOException {
        ImageBatch shape = set.shape();
        ByteBuffer values = allocate(set, shape.bytes().length);
        Normalization normalization = set.normalization();
        for (DistilledSet.ImageRef image : set.images()) {
            ImageBatch pixels = image.read();
            if (pixels.height() != shape.height()
                    || pixels.width() != shape.width()
                    || pixels.channels() != shape.channels()) {
                throw new RunFolderException(
                        image.file(), Message.of("export.imageSize", describe(pixels), describe(shape)));
            }
            for (double value : normalization.normalize(pixels)) {
                values.putFloat((float) value);
            }
        }
        return new StoredTensor(
                DataType.FLOAT32,
                new Shape(set.images().size(), shape.channels(), shape.height(), shape.width()),
                values.flip());
    }

    private static ByteBuffer allocate(DistilledSet set, int samples) throws IOException {
        long bytes = (long) set.images().size() * samples * Float.BYTES;
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        if (bytes > Integer.MAX_VALUE - Long.BYTES || bytes > free) {
            throw new DescribedIOException(Message.of(
                    "export.tooLarge", set.images().size(), ByteSizes.describe(bytes), ByteSizes.describe(free)));
        }
        return ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static StoredTensor labels(DistilledSet set) {
        ByteBuffer labels =
                ByteBuffer.allocate(set.images().size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        set.images().forEach(image -> labels.putLong(image.label()));
        return new StoredTensor(DataType.INT64, new Shape(set.images().size()), labels.flip());
    }

    static StoredTensor floats(List<Double> numbers) {
        ByteBuffer values = ByteBuffer.allocate(numbers.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        numbers.forEach(number -> values.putFloat(number.floatValue()));
        return new StoredTensor(DataType.FLOAT32, new Shape(numbers.size()), values.flip());
    }

    /** Returns the metadata of a safetensors file; npz has no place for it. */
    private Map<String, String> metadata(DistilledSet set) {
        return file.endsWith(".safetensors")
                ? Map.of("format", "pt", "class_names", new Gson().toJson(set.classNames()))
                : Map.of();
    }

    private static String describe(ImageBatch image) {
        return image.height() + "×" + image.width() + "×" + image.channels();
    }

    @Override
    public String encoding() {
        return "float32, (pixel / 255 - mean) / std";
    }

    @Override
    public List<String> classFolders(DistilledSet set) {
        return List.of();
    }
}
