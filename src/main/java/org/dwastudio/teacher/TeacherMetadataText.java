package org.dwastudio.teacher;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.weights.WeightsException;

/** Text form of a teacher's metadata: one entry per field, lists as JSON. */
final class TeacherMetadataText {
    private static final Gson GSON = new Gson();

    private final Path file;
    private final Map<String, String> remaining;

    private TeacherMetadataText(Path file, Map<String, String> text) {
        this.file = file;
        this.remaining = new TreeMap<>(text);
    }

    static Map<String, String> format(TeacherMetadata metadata) {
        NetworkConfig network = metadata.network();
        Map<String, String> text = new LinkedHashMap<>();
        text.put("architecture", network.architecture());
        text.put("width", Integer.toString(network.width()));
        text.put("stem", network.stem().name().toLowerCase(Locale.ROOT));
        text.put("channels", Integer.toString(network.channels()));
        text.put("classes", Integer.toString(network.classes()));
        text.put("imageSize", Integer.toString(network.imageSize()));
        text.put("dataset", metadata.dataset());
        text.put("classNames", GSON.toJson(metadata.classNames()));
        text.put("mean", GSON.toJson(metadata.mean()));
        text.put("std", GSON.toJson(metadata.std()));
        text.put("accuracy", Double.toString(metadata.testAccuracy()));
        text.putAll(new TreeMap<>(metadata.extra()));
        return text;
    }

    static TeacherMetadata parse(Path file, Map<String, String> text) throws WeightsException {
        TeacherMetadataText reader = new TeacherMetadataText(file, text);
        try {
            NetworkConfig network = new NetworkConfig(
                    reader.take("architecture"),
                    Integer.parseInt(reader.take("width")),
                    NetworkConfig.Stem.valueOf(reader.take("stem").toUpperCase(Locale.ROOT)),
                    Integer.parseInt(reader.take("channels")),
                    Integer.parseInt(reader.take("classes")),
                    Integer.parseInt(reader.take("imageSize")));
            return new TeacherMetadata(
                    network,
                    reader.take("dataset"),
                    List.of(GSON.fromJson(reader.take("classNames"), String[].class)),
                    List.of(GSON.fromJson(reader.take("mean"), Double[].class)),
                    List.of(GSON.fromJson(reader.take("std"), Double[].class)),
                    Double.parseDouble(reader.take("accuracy")),
                    reader.remaining);
        } catch (IllegalArgumentException | JsonParseException e) {
            throw new WeightsException(file, "its metadata is broken (" + e.getMessage() + ")", e);
        }
    }

    private String take(String key) throws WeightsException {
        String value = remaining.remove(key);
        if (value == null) {
            throw new WeightsException(file, "its metadata lacks '" + key + "', so this is no teacher of this program");
        }
        return value;
    }
}
