package org.dwastudio.data.parquet;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Columns of classes with the names of the classes, as the Hugging Face library stores them in the metadata of a file.
 *
 * @param classes names in label order, by column
 */
record HubFeatures(Map<String, List<String>> classes) {
    private static final String KEY = "huggingface";

    /** Reads the metadata; returns no columns if there is none, or if it has another form. */
    static HubFeatures of(ParquetFooter footer) {
        Map<String, List<String>> classes = new LinkedHashMap<>();
        try {
            JsonObject features = JsonParser.parseString(footer.texts().getOrDefault(KEY, "{}"))
                    .getAsJsonObject()
                    .getAsJsonObject("info")
                    .getAsJsonObject("features");
            for (Map.Entry<String, JsonElement> feature : features.entrySet()) {
                if (feature.getValue().isJsonObject()
                        && feature.getValue().getAsJsonObject().has("names")) {
                    classes.put(
                            feature.getKey(),
                            feature.getValue().getAsJsonObject().getAsJsonArray("names").asList().stream()
                                    .map(JsonElement::getAsString)
                                    .toList());
                }
            }
        } catch (JsonParseException
                | IllegalStateException
                | ClassCastException
                | UnsupportedOperationException
                | NullPointerException e) {
            // Not written by that library: the classes are named by their numbers.
            classes.clear();
        }
        return new HubFeatures(classes);
    }
}
