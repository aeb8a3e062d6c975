package org.dwastudio.data.folder;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DistillationProvenance;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.image.Normalization;
import org.dwastudio.text.Message;

/**
 * Content of the {@code manifest.json} in an image folder that this program exported: the order of the folders, the
 * class names, which folder names cannot represent, and the normalization of the images.
 *
 * @param file the manifest
 * @param folders one folder per class, in label order
 * @param classNames class names in label order
 * @param normalization normalization of the teacher's images
 * @param origin provenance of the images; empty if it is missing or in a form that only another version reads
 * @param files list of the exported files with their checksums, see {@link ExportChecksums}; empty if there is none
 */
public record FolderManifest(
        Path file,
        List<String> folders,
        List<String> classNames,
        Normalization normalization,
        Optional<DistillationProvenance> origin,
        Optional<JsonElement> files) {
    private static final String FILE = "manifest.json";
    private static final String KIND = "dwa-studio-export";
    private static final int NEWEST = 1;
    /** Enough for the files of some 350,000 images; the manifest is held in memory. */
    private static final long MOST_BYTES = 64_000_000;

    private static final Gson GSON = new Gson();

    /** Fields of the manifest that are read here; Gson leaves missing fields null. */
    private record Content(
            int version,
            List<OneClass> classes,
            Stated normalization,
            String experiment,
            OfRun run,
            OfTeacher teacher,
            JsonElement files) {}

    private record OfRun(String datasetFingerprint) {}

    private record OfTeacher(String fingerprint) {}

    private record OneClass(int label, String name, String folder) {}

    private record Stated(List<Double> mean, List<Double> std) {}

    public FolderManifest {
        folders = List.copyOf(folders);
        classNames = List.copyOf(classNames);
    }

    /**
     * Reads the manifest of a folder; returns empty if there is none, or that of another program.
     *
     * @throws DatasetException if it is broken or of a newer version, with a message for the user
     */
    public static Optional<FolderManifest> in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonElement content = JsonParser.parseString(BoundedFile.readText(file, MOST_BYTES));
            return isOurs(content) ? Optional.of(parse(file, content)) : Optional.empty();
        } catch (FileSystemException e) {
            throw new DatasetException(Message.of("export.again", file, e.getReason()), e);
        } catch (JsonParseException | IllegalArgumentException e) {
            throw new DatasetException(Message.of("export.manifestDamaged", file), e);
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
            throw new DatasetException(Message.of("export.newer", file, content.version(), NEWEST));
        }
        List<OneClass> classes = complete(content.classes());
        for (int label = 0; label < classes.size(); label++) {
            if (classes.get(label).label() != label) {
                throw new IllegalArgumentException("labels are not in order");
            }
        }
        if (classes.stream().allMatch(one -> one.folder() == null)) {
            throw new DatasetException(Message.of("export.tensors", file));
        }
        Stated normalization = required(content.normalization());
        return new FolderManifest(
                file,
                classes.stream().map(one -> required(one.folder())).toList(),
                classes.stream().map(one -> required(one.name())).toList(),
                new Normalization(complete(normalization.mean()), complete(normalization.std())),
                origin(file, content),
                Optional.ofNullable(content.files()));
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

    /** Returns a list without gaps: JSON has null where Java has none. */
    private static <T> List<T> complete(List<T> items) {
        required(items).forEach(FolderManifest::required);
        return items;
    }

    private static <T> T required(T value) {
        if (value == null) {
            throw new IllegalArgumentException("something is missing");
        }
        return value;
    }

    /**
     * Returns the folders in label order, after comparison with the existing ones.
     *
     * @param found existing folders in any order
     * @throws DatasetException if one is missing or unknown, with its name
     */
    List<String> ordered(List<String> found) throws DatasetException {
        TreeSet<String> missing = new TreeSet<>(folders);
        found.forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new DatasetException(Message.of("export.folderMissing", file, missing.first()));
        }
        TreeSet<String> unknown = new TreeSet<>(found);
        folders.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new DatasetException(Message.of("export.folderUnknown", file, unknown.first()));
        }
        return folders;
    }
}
