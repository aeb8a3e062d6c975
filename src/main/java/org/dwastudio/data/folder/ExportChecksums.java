package org.dwastudio.data.folder;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.dwastudio.data.DatasetException;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.image.codec.ImageFile;
import org.dwastudio.text.Message;

/**
 * SHA-256 sums of the files of an export, as its manifest lists them.
 *
 * @param sums sums in hexadecimal digits, by path relative to the folder, with slashes
 */
record ExportChecksums(Path folder, Map<String, String> sums) {

    /** Returns the sums of a manifest; none if it lists no files. */
    static ExportChecksums in(FolderManifest manifest) throws DatasetException {
        Map<String, String> sums = new HashMap<>();
        try {
            if (manifest.files().isPresent()) {
                for (JsonElement one : manifest.files().get().getAsJsonArray()) {
                    JsonObject listed = one.getAsJsonObject();
                    sums.put(
                            listed.get("path").getAsString(),
                            listed.get("sha256").getAsString());
                }
            }
        } catch (IllegalStateException | UnsupportedOperationException | NullPointerException e) {
            throw new DatasetException(Message.of("export.listDamaged", manifest.file()), e);
        }
        Path folder = Objects.requireNonNull(manifest.file().toAbsolutePath().getParent());
        return new ExportChecksums(folder, Map.copyOf(sums));
    }

    /**
     * Compares the images of the folder with the sums.
     *
     * @throws DatasetException if an image was changed, added or removed after the export; the message names it
     */
    void requireUnchanged() throws IOException {
        if (sums.isEmpty()) {
            return;
        }
        Map<String, Path> images = new HashMap<>();
        for (Path file : files()) {
            images.put(folder.relativize(file).toString().replace(File.separatorChar, '/'), file);
        }
        for (Map.Entry<String, Path> image : images.entrySet()) {
            String expected = sums.get(image.getKey());
            if (expected == null) {
                throw changed(image.getValue(), Message.of("export.added"));
            }
            if (!expected.equalsIgnoreCase(sum(image.getValue()))) {
                throw changed(image.getValue(), Message.of("export.modified"));
            }
        }
        for (String path : sums.keySet()) {
            if (ImageFile.hasImageExtension(path) && !images.containsKey(path)) {
                throw changed(folder.resolve(path), Message.of("export.removed"));
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file ->
                            ImageFile.hasImageExtension(file.getFileName().toString()))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    private static String sum(Path file) throws IOException {
        try (InputStream in = BoundedFile.open(file)) {
            return DigestUtils.sha256Hex(in);
        }
    }

    private static DatasetException changed(Path file, Message what) {
        return new DatasetException(Message.of("export.changed", file, what));
    }
}
