package org.dwastudio.stage.squeeze;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.stage.checkpoint.ChecksummedTensorFile;
import org.dwastudio.stage.checkpoint.NewerFormatException;
import org.dwastudio.text.Message;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;

/**
 * File of one checkpoint: checksummed tensors {@code state/NAME}, {@code velocity/NAME} and {@code better/NAME}, the rest
 * as text.
 */
final class CheckpointFile {
    private static final int FORMAT = 1;
    private static final String STATE = "state/";
    private static final String VELOCITY = "velocity/";
    private static final String BETTER = "better/";
    private static final Gson GSON = new Gson();

    private CheckpointFile() {}

    /**
     * Writes a checkpoint atomically.
     *
     * @param origin its origin
     */
    static void write(TrainingCheckpoint checkpoint, CheckpointOrigin origin, Path file) throws IOException {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        checkpoint.state().forEach((name, tensor) -> tensors.put(STATE + name, tensor));
        checkpoint.velocities().forEach((name, tensor) -> tensors.put(VELOCITY + name, tensor));
        Map<String, String> text = new LinkedHashMap<>(origin.toText());
        text.put("history", GSON.toJson(checkpoint.history()));
        checkpoint.better().ifPresent(better -> {
            better.state().forEach((name, tensor) -> tensors.put(BETTER + name, tensor));
            text.put("betterEpochs", Integer.toString(better.epochs()));
            text.put("betterTestAccuracy", Double.toString(better.testAccuracy()));
        });
        new ChecksummedTensorFile(tensors, text).write(file, FORMAT);
    }

    /**
     * Reads a checkpoint.
     *
     * @throws NewerFormatException if a newer version of this program wrote it
     * @throws WeightsException if it is missing, broken or truncated
     */
    static TrainingCheckpoints.Content read(Path path) throws IOException {
        ChecksummedTensorFile file = ChecksummedTensorFile.read(path, FORMAT);
        Map<String, String> text = file.text();
        try {
            List<EpochScores> history = history(text.getOrDefault("history", ""));
            return new TrainingCheckpoints.Content(
                    new TrainingCheckpoint(file.under(STATE), file.under(VELOCITY), history, better(file)),
                    CheckpointOrigin.of(text));
        } catch (IllegalArgumentException | JsonParseException e) {
            throw new WeightsException(path, Message.of("checkpoint.noSqueeze"), e);
        }
    }

    /** Returns the scores of all epochs: JSON has null where Java has none. */
    private static List<EpochScores> history(String text) {
        EpochScores[] scores = GSON.fromJson(text, EpochScores[].class);
        if (scores == null || Arrays.asList(scores).contains(null)) {
            throw new IllegalArgumentException("the history has gaps");
        }
        return List.of(scores);
    }

    private static Optional<BestEpoch> better(ChecksummedTensorFile file) {
        Map<String, String> text = file.text();
        return Optional.ofNullable(text.get("betterEpochs"))
                .map(epochs -> new BestEpoch(
                        Integer.parseInt(epochs),
                        Double.parseDouble(text.getOrDefault("betterTestAccuracy", "")),
                        file.under(BETTER)));
    }
}
