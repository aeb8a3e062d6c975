package org.dwastudio.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;

/** Writer of archives of a small image folder. */
final class ArchiveSeeds {
    private ArchiveSeeds() {}

    /** Returns the files of two classes in two splits. */
    static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String place : new String[] {"train/cat/a", "train/cat/b", "train/dog/a", "val/cat/a", "val/dog/b"}) {
            files.put("pets/" + place + ".png", png(place.hashCode()));
        }
        return files;
    }

    static void tar(OutputStream out) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files().entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
    }

    static void zip(Path target) throws IOException {
        zip(target, files());
    }

    static void zip(Path target, Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        Files.write(target, bytes.toByteArray());
    }

    /** Returns the content of a zip archive by name, in its order. */
    static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile file = ZipFile.builder().setByteArray(zip).get()) {
            for (ZipArchiveEntry entry : Collections.list(file.getEntriesInPhysicalOrder())) {
                try (InputStream content = file.getInputStream(entry)) {
                    entries.put(entry.getName(), content.readAllBytes());
                }
            }
        }
        return entries;
    }

    private static byte[] png(int value) throws IOException {
        byte[] pixels = new byte[8 * 8];
        java.util.Arrays.fill(pixels, (byte) value);
        Path file = Files.createTempFile("seed", ".png");
        try {
            PngFile.write(new ImageBatch(1, 8, 8, 1, pixels), 0, file, Map.of());
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }
}
