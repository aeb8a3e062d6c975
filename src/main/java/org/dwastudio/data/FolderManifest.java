package org.dwastudio.data;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What {@code manifest.json} says about the image folder that it lies in, when this program exported it: the order of the
 * folders and the names of their classes, which no folder name could hold, and what its images are normalised with.
 *
 * @param file the manifest
 * @param folders one a class, in label order
 * @param classNames in label order
 * @param normalization of a teacher's images
 */
record FolderManifest(Path file, List<String> folders, List<String> classNames, Normalization normalization) {
    private static final String FILE = "manifest.json";
    private static final String KIND = "dwa-studio-export";
    private static final int NEWEST = 1;

    FolderManifest {
        folders = List.copyOf(folders);
        classNames = List.copyOf(classNames);
    }

    /**
     * Reads the manifest of a folder; empty when there is none, or that of another program.
     *
     * @throws DatasetException when it is broken or of a newer version, in words
     */
    static Optional<FolderManifest> in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonElement content = JsonParser.parseString(Files.readString(file));
            return isOurs(content) ? Optional.of(parse(file, content.getAsJsonObject())) : Optional.empty();
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | UnsupportedOperationException
                | NullPointerException
                | CharacterCodingException e) {
            throw new DatasetException(
                    file + ": it is damaged, so that the order of the classes is not known. Please export the images"
                            + " again; or remove the file, and the classes follow the order of the folders' names.",
                    e);
        }
    }

    private static boolean isOurs(JsonElement content) {
        return content.isJsonObject()
                && content.getAsJsonObject().get("kind") != null
                && content.getAsJsonObject().get("kind").isJsonPrimitive()
                && content.getAsJsonObject().get("kind").getAsString().equals(KIND);
    }

    private static FolderManifest parse(Path file, JsonObject content) throws DatasetException {
        int version = content.get("version").getAsInt();
        if (version > NEWEST) {
            throw new DatasetException(file + ": a newer version of this program wrote it (format " + version + ", not "
                    + NEWEST + "). Please update this program.");
        }
        List<String> folders = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (JsonElement element : content.getAsJsonArray("classes")) {
            JsonObject one = element.getAsJsonObject();
            if (one.get("label").getAsInt() != names.size()) {
                throw new IllegalArgumentException("labels are not in order");
            }
            names.add(one.get("name").getAsString());
            folders.add(one.get("folder").getAsString());
        }
        JsonObject normalization = content.getAsJsonObject("normalization");
        return new FolderManifest(
                file,
                folders,
                names,
                new Normalization(
                        numbers(normalization.getAsJsonArray("mean")), numbers(normalization.getAsJsonArray("std"))));
    }

    private static List<Double> numbers(JsonArray values) {
        return values.asList().stream().map(JsonElement::getAsDouble).toList();
    }

    /**
     * The folders in label order, once they are those that are there.
     *
     * @param found in any order
     * @throws DatasetException when one is missing or unknown, by name
     */
    List<String> ordered(List<String> found) throws DatasetException {
        TreeSet<String> missing = new TreeSet<>(folders);
        found.forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new DatasetException(file + ": it names the class folder " + missing.first()
                    + ", which is not there. Please export the images again, of a run whose classes all have images.");
        }
        TreeSet<String> unknown = new TreeSet<>(found);
        folders.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new DatasetException(file + ": it does not know the folder " + unknown.first()
                    + ", so that its label is not known. Please move the folder elsewhere, or remove the manifest.");
        }
        return folders;
    }
}
