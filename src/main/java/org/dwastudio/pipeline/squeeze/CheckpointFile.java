package org.dwastudio.pipeline.squeeze;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.dwastudio.network.StoredTensor;
import org.dwastudio.network.TensorFile;
import org.dwastudio.network.WeightsException;

/**
 * A checkpoint as a safetensors file: tensors {@code state/NAME}, {@code velocity/NAME} and {@code better/NAME}, the rest
 * as metadata, and a checksum over all of it.
 */
final class CheckpointFile {
    private static final int FORMAT = 1;
    private static final String STATE = "state/";
    private static final String VELOCITY = "velocity/";
    private static final String BETTER = "better/";
    private static final String CHECKSUM = "checksum";
    private static final Gson GSON = new Gson();

    private CheckpointFile() {}

    /**
     * Writes one, beside its place first.
     *
     * @param origin what it belongs to, see {@link CheckpointOrigin}
     */
    static void write(Checkpoint checkpoint, CheckpointOrigin origin, Path file) throws IOException {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        checkpoint.state().forEach((name, tensor) -> tensors.put(STATE + name, tensor));
        checkpoint.velocities().forEach((name, tensor) -> tensors.put(VELOCITY + name, tensor));
        Map<String, String> text = new LinkedHashMap<>(origin.toText());
        text.put("format", Integer.toString(FORMAT));
        text.put("history", GSON.toJson(checkpoint.history()));
        checkpoint.better().ifPresent(better -> {
            better.state().forEach((name, tensor) -> tensors.put(BETTER + name, tensor));
            text.put("betterEpochs", Integer.toString(better.epochs()));
            text.put("betterTestAccuracy", Double.toString(better.testAccuracy()));
        });
        text.put(CHECKSUM, checksum(tensors, text));
        new TensorFile(file, tensors, text).write();
    }

    /** A checkpoint and what it belongs to. */
    record Content(Checkpoint checkpoint, CheckpointOrigin origin) {}

    /**
     * Reads one.
     *
     * @throws NewerFormatException when a newer version of this program wrote it
     * @throws WeightsException when it is missing, broken or cut short
     */
    static Content read(Path path) throws IOException {
        TensorFile file = TensorFile.read(path);
        Map<String, String> text = new LinkedHashMap<>(file.metadata());
        try {
            if (Integer.parseInt(text.getOrDefault("format", "")) > FORMAT) {
                throw new NewerFormatException(path);
            }
            String expected = text.remove(CHECKSUM);
            if (!checksum(file.tensors(), text).equals(expected)) {
                throw new WeightsException(path, "its checksum does not fit its content: it is broken");
            }
            List<EpochScores> history = List.of(GSON.fromJson(text.get("history"), EpochScores[].class));
            return new Content(
                    new Checkpoint(under(STATE, file), under(VELOCITY, file), history, better(file, text)),
                    CheckpointOrigin.of(text));
        } catch (IllegalArgumentException | JsonParseException e) {
            throw new WeightsException(path, "it is no checkpoint of a squeeze, or broken", e);
        }
    }

    private static Optional<BestEpoch> better(TensorFile file, Map<String, String> text) {
        return Optional.ofNullable(text.get("betterEpochs"))
                .map(epochs -> new BestEpoch(
                        Integer.parseInt(epochs),
                        Double.parseDouble(text.get("betterTestAccuracy")),
                        under(BETTER, file)));
    }

    private static Map<String, StoredTensor> under(String prefix, TensorFile file) {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        file.tensors().forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                tensors.put(name.substring(prefix.length()), tensor);
            }
        });
        return tensors;
    }

    private static String checksum(Map<String, StoredTensor> tensors, Map<String, String> text) {
        CRC32C sum = new CRC32C();
        new TreeMap<>(text).forEach((key, value) -> sum.update(bytes(key + "=" + value + "\n")));
        new TreeMap<>(tensors).forEach((name, tensor) -> {
            sum.update(bytes(name + tensor.shape()));
            sum.update(tensor.data());
        });
        return Long.toHexString(sum.getValue());
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
