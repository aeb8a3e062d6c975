package org.dwastudio.stage.export;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.stage.checkpoint.ChecksummedTensorFile;
import org.dwastudio.text.Message;
import org.dwastudio.train.label.SoftLabelFolder;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.file.TensorFile;

/**
 * Archive of a run's stored soft labels with the images they belong to: {@code images.npz} with {@code pixels} [N, H,
 * W, C] in uint8, {@code labels}, {@code mean} and {@code std}; for each set of labels a folder with
 * {@code epoch-00000.npz} and so on; and {@code soft-labels.json}, which lists the sets.
 */
record SoftLabelArchive() implements ExportWriter {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final String EPOCH = "epoch";

    @Override
    public void write(DistilledSet set, Path folder) throws IOException {
        List<Path> sets = SoftLabelFolder.sets(set.softLabels());
        if (sets.isEmpty()) {
            throw new RunFolderException(set.softLabels(), Message.of("run.noSoftLabels"));
        }
        Map<String, StoredTensor> images = new LinkedHashMap<>();
        images.put("pixels", pixels(set));
        images.put("labels", TensorArchive.labels(set));
        images.put("mean", TensorArchive.floats(set.normalization().mean()));
        images.put("std", TensorArchive.floats(set.normalization().std()));
        new TensorFile(folder.resolve("pictures.npz"), images, Map.of()).write();
        JsonArray listed = new JsonArray();
        for (Path labels : sets) {
            listed.add(copied(labels, folder.resolve(labels.getFileName())));
        }
        Files.writeString(folder.resolve("soft-labels.json"), GSON.toJson(listed) + "\n");
    }

    /** Copies a set and returns its description. */
    private static JsonObject copied(Path labels, Path target) throws IOException {
        JsonObject about = new JsonObject();
        about.addProperty("folder", target.getFileName().toString());
        Files.createDirectory(target);
        List<Path> epochs = SoftLabelFolder.epochs(labels);
        about.addProperty("epochs", epochs.size());
        for (Path epoch : epochs) {
            ChecksummedTensorFile content = ChecksummedTensorFile.read(epoch, SoftLabelFolder.FORMAT);
            content.text().forEach((key, value) -> {
                if (!key.equals(EPOCH)) {
                    about.addProperty(key, value);
                }
            });
            String name = epoch.getFileName().toString().replace(".safetensors", ".npz");
            new TensorFile(target.resolve(name), content.tensors(), Map.of()).write();
        }
        return about;
    }

    private static StoredTensor pixels(DistilledSet set) throws IOException {
        ImageBatch shape = set.shape();
        ByteBuffer values = ByteBuffer.allocate(Math.multiplyExact(set.images().size(), shape.bytes().length));
        for (DistilledSet.ImageRef image : set.images()) {
            values.put(image.read().bytes());
        }
        return new StoredTensor(
                DataType.UINT8,
                new Shape(set.images().size(), shape.height(), shape.width(), shape.channels()),
                values.flip());
    }

    @Override
    public String encoding() {
        return "uint8; soft labels are logits in float16";
    }

    @Override
    public List<String> classFolders(DistilledSet set) {
        return List.of();
    }
}
