package org.dwastudio.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;

/** Folder of values computed by the published implementation. */
public record NetworkParityCase(Path folder, JsonObject settings) {

    public static NetworkParityCase named(String name) {
        try {
            Path folder = Path.of(
                    NetworkParityCase.class.getResource("/parity/" + name).toURI());
            String text = Files.readString(folder.resolve("case.json"));
            return new NetworkParityCase(folder, JsonParser.parseString(text).getAsJsonObject());
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    NetworkConfig config() {
        return new NetworkConfig(
                settings.get("architecture").getAsString(),
                settings.get("width").getAsInt(),
                NetworkConfig.Stem.SMALL,
                settings.get("channels").getAsInt(),
                settings.get("classes").getAsInt(),
                settings.get("imageSize").getAsInt());
    }

    double setting(String name) {
        return settings.get(name).getAsDouble();
    }

    public TensorFile file(String name) throws WeightsException {
        return TensorFile.read(folder.resolve(name + ".npz"));
    }

    Network teacher(NDManager manager, DataType dataType) throws WeightsException {
        return new NetworkCatalog().load(config(), file("teacher"), manager, dataType);
    }

    /** Returns the start images [10, 3, 32, 32], normalized. */
    NDArray images(NDManager manager, DataType dataType) throws WeightsException {
        try (NDArray stored = file("init").tensor("images").toNDArray(manager);
                NDArray converted = stored.toType(dataType, true)) {
            return converted.duplicate();
        }
    }

    long[] labels(NDManager manager) throws WeightsException {
        try (NDArray labels = file("init").tensor("labels").toNDArray(manager)) {
            return labels.toLongArray();
        }
    }
}
