package org.dwastudio.attack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/** Container whose content is changed and whose lengths and checksums are then made right again. */
public enum Wrapping {
    NONE {
        @Override
        public byte[] changed(byte[] content, byte[] other, Random random) {
            return Mutation.anyOf(content, other, random);
        }
    },
    GZIP {
        @Override
        public byte[] changed(byte[] content, byte[] other, Random random) throws IOException {
            return PackedSeeds.gzip(Mutation.anyOf(inflated(content), inflated(other), random));
        }
    },
    ZIP {
        @Override
        public byte[] changed(byte[] content, byte[] other, Random random) throws IOException {
            Map<String, byte[]> entries = ArchiveSeeds.entries(content);
            List<String> names = new ArrayList<>(entries.keySet());
            String chosen = names.get(random.nextInt(names.size()));
            byte[] bytes = entries.get(chosen);
            byte[] next = entries.get(names.get(random.nextInt(names.size())));
            switch (random.nextInt(8)) {
                case 0 -> entries.remove(chosen);
                case 1 -> {
                    byte[] name = chosen.getBytes(StandardCharsets.UTF_8);
                    entries.remove(chosen);
                    entries.put(new String(Mutation.anyOf(name, name, random), StandardCharsets.UTF_8), bytes);
                }
                case 2 -> entries.put(chosen, next);
                default -> entries.put(chosen, bytes.length == 0 ? next : Mutation.anyOf(bytes, next, random));
            }
            return zip(entries, content);
        }
    },
    /** Safetensors file with a checksum over tensors and text. */
    SEALED {
        @Override
        public byte[] changed(byte[] content, byte[] other, Random random) throws IOException {
            return SealedTensors.of(content).changed(random).bytes();
        }
    };

    /**
     * Returns a changed file.
     *
     * @param content bytes of a valid file
     * @param other bytes of another valid file
     */
    public abstract byte[] changed(byte[] content, byte[] other, Random random) throws IOException;

    private static byte[] inflated(byte[] content) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return in.readAllBytes();
        }
    }

    private static byte[] zip(Map<String, byte[]> entries, byte[] otherwise) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (ZipException | IllegalArgumentException e) {
            return otherwise; // A name that is too long for any archive.
        }
        return bytes.toByteArray();
    }
}
