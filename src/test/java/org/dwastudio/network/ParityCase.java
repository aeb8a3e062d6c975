package org.dwastudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dwastudio.config.NetworkConfig;

/** A folder of values computed by the published implementation. */
record ParityCase(Path folder, JsonObject settings) {

    static ParityCase named(String name) {
        try {
            Path folder =
                    Path.of(ParityCase.class.getResource("/parity/" + name).toURI());
            String text = Files.readString(folder.resolve("case.json"));
            return new ParityCase(folder, JsonParser.parseString(text).getAsJsonObject());
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

    TensorFile file(String name) throws WeightsException {
        return TensorFile.read(folder.resolve(name + ".npz"));
    }

    Network teacher(NDManager manager, DataType dataType) throws WeightsException {
        return new NetworkCatalog().load(config(), file("teacher"), manager, dataType);
    }

    /** The start images [10, 3, 32, 32], normalised. */
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
