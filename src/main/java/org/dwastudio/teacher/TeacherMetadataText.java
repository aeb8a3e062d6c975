package org.dwastudio.teacher;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.text.DecimalText;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.weights.WeightsException;

/** Text form of a teacher's metadata: one entry per field, lists as JSON. */
final class TeacherMetadataText {
    /** Key of the checksum, which is part of the file and not of the metadata. */
    static final String CHECKSUM = "checksum";

    private static final Gson GSON = new Gson();

    private final Path file;
    private final Map<String, String> remaining;

    private TeacherMetadataText(Path file, Map<String, String> text) {
        this.file = file;
        this.remaining = new TreeMap<>(text);
        this.remaining.remove(CHECKSUM);
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
                    reader.number("width"),
                    NetworkConfig.Stem.valueOf(reader.take("stem").toUpperCase(Locale.ROOT)),
                    reader.number("channels"),
                    reader.number("classes"),
                    reader.number("imageSize"));
            return new TeacherMetadata(
                    network,
                    reader.take("dataset"),
                    reader.list("classNames", String[].class),
                    reader.list("mean", Double[].class),
                    reader.list("std", Double[].class),
                    reader.accuracy(),
                    reader.remaining);
        } catch (IllegalArgumentException | JsonParseException e) {
            throw new WeightsException(file, Message.of("teacher.metadata", FailureCause.describe(e)), e);
        }
    }

    private int number(String key) throws WeightsException {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, DecimalText.size(take(key))));
    }

    private double accuracy() throws WeightsException {
        String text = take("accuracy");
        return text.equals("NaN") ? Double.NaN : DecimalText.number(text);
    }

    /** Reads a list without gaps: JSON has null where Java has none. */
    private <T> List<T> list(String key, Class<T[]> type) throws WeightsException {
        T[] items = GSON.fromJson(take(key), type);
        if (items == null || Arrays.asList(items).contains(null)) {
            throw new DescribedArgumentException(Message.of("teacher.gap", key));
        }
        return List.of(items);
    }

    private String take(String key) throws WeightsException {
        String value = remaining.remove(key);
        if (value == null) {
            throw new WeightsException(file, Message.of("teacher.lacks", key));
        }
        return value;
    }
}
