package org.dwastudio.data.format;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DistillationProvenance;
import org.dwastudio.image.Normalization;

/**
 * What {@code manifest.json} says about the image folder that it lies in, when this program exported it: the order of the
 * folders and the names of their classes, which no folder name could hold, and what its images are normalised with.
 *
 * @param file the manifest
 * @param folders one a class, in label order
 * @param classNames in label order
 * @param normalization of a teacher's images
 * @param origin what the images were distilled from; empty when it does not say, or says it as only another version reads
 */
record FolderManifest(
        Path file,
        List<String> folders,
        List<String> classNames,
        Normalization normalization,
        Optional<DistillationProvenance> origin) {
    private static final String FILE = "manifest.json";
    private static final String KIND = "dwa-studio-export";
    private static final int NEWEST = 1;
    private static final Gson GSON = new Gson();

    /** What of it is read here; Gson leaves out what is not there. */
    private record Content(
            int version,
            List<OneClass> classes,
            Stated normalization,
            String experiment,
            OfRun run,
            OfTeacher teacher) {}

    private record OfRun(String datasetFingerprint) {}

    private record OfTeacher(String fingerprint) {}

    private record OneClass(int label, String name, String folder) {}

    private record Stated(List<Double> mean, List<Double> std) {}

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
            return isOurs(content) ? Optional.of(parse(file, content)) : Optional.empty();
        } catch (JsonParseException | IllegalArgumentException | CharacterCodingException e) {
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

    private static FolderManifest parse(Path file, JsonElement json) throws DatasetException {
        Content content = GSON.fromJson(json, Content.class);
        if (content.version() > NEWEST) {
            throw new DatasetException(file + ": a newer version of this program wrote it (format " + content.version()
                    + ", not " + NEWEST + "). Please update this program.");
        }
        List<OneClass> classes = required(content.classes());
        for (int label = 0; label < classes.size(); label++) {
            if (classes.get(label).label() != label) {
                throw new IllegalArgumentException("labels are not in order");
            }
        }
        if (classes.stream().allMatch(one -> one.folder() == null)) {
            throw new DatasetException(
                    file + ": this export holds numbers and no folders of pictures. Please export the run"
                            + " as class-folders, images or hugging-face.");
        }
        Stated normalization = required(content.normalization());
        return new FolderManifest(
                file,
                classes.stream().map(one -> required(one.folder())).toList(),
                classes.stream().map(one -> required(one.name())).toList(),
                new Normalization(required(normalization.mean()), required(normalization.std())),
                origin(file, content));
    }

    private static Optional<DistillationProvenance> origin(Path file, Content content) {
        if (content.experiment() == null
                || content.run() == null
                || content.run().datasetFingerprint() == null
                || content.teacher() == null
                || content.teacher().fingerprint() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DistillationProvenance(
                    ExperimentReader.parse(content.experiment(), file + ", experiment"),
                    content.experiment(),
                    content.run().datasetFingerprint(),
                    content.teacher().fingerprint()));
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }

    private static <T> T required(T value) {
        if (value == null) {
            throw new IllegalArgumentException("something is missing");
        }
        return value;
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
