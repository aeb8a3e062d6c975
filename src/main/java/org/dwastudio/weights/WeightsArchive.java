package org.dwastudio.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dwastudio.file.ZipContent;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;

/**
 * Zip file with weights. The sizes that its entries claim are checked against the file before memory is allocated, and
 * their content is compared with its CRC-32.
 */
public final class WeightsArchive implements AutoCloseable {
    // Weights hardly compress; only an untrained network is partly zeros.
    private static final long MOST_SHRUNK = 100;
    private static final long HARMLESS_BYTES = 64L << 20;

    private final Path path;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;
    private final ReadBudget budget;
    /** PyTorch can be set to write archives without sums: then all of them are 0. */
    private final boolean hasSums;

    private WeightsArchive(Path path, ZipFile zip, Map<String, ZipEntry> entries, ReadBudget budget) {
        this.path = path;
        this.zip = zip;
        this.entries = entries;
        this.budget = budget;
        this.hasSums = entries.values().stream().anyMatch(entry -> entry.getCrc() != 0);
    }

    /**
     * Opens an archive and reads its directory.
     *
     * @throws WeightsException if it is not a complete zip file, or would unpack to far more than weights do
     */
    public static WeightsArchive open(Path path) throws WeightsException {
        ReadBudget budget = ReadBudget.of(path);
        try {
            ZipFile zip = new ZipFile(path.toFile());
            try {
                Map<String, ZipEntry> entries = new LinkedHashMap<>();
                for (ZipEntry entry :
                        zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
                    budget.chargeObjects(1);
                    if (entries.put(entry.getName(), entry) != null) {
                        throw WeightsException.damaged(
                                path, Message.of("archive.entryTwice", PrintableText.name(entry.getName())));
                    }
                }
                check(path, entries);
                ZipContent.requireNames(path);
                return new WeightsArchive(path, zip, entries, budget);
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (WeightsException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw WeightsException.damaged(path, Message.of("weights.noZip", FailureCause.reason(e)), e);
        }
    }

    private static void check(Path path, Map<String, ZipEntry> entries) throws IOException {
        long file = Files.size(path);
        long packed = 0;
        long unpacked = 0;
        for (ZipEntry entry : entries.values()) {
            // Each size is below 2⁶³; a sum that overflows is as implausible as one beyond the file.
            packed = Math.max(0, entry.getCompressedSize()) + packed;
            unpacked = Math.max(0, entry.getSize()) + unpacked;
            if (packed < 0 || packed > file || unpacked < 0) {
                throw WeightsException.damaged(
                        path, Message.of("archive.entryOutside", PrintableText.name(entry.getName())));
            }
        }
        if (unpacked > HARMLESS_BYTES && unpacked / MOST_SHRUNK > file) {
            throw new WeightsException(path, Message.of("weights.bomb", file, unpacked));
        }
    }

    /** Returns the names of all entries, in the order of the file. */
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    public boolean has(String name) {
        return entries.containsKey(name);
    }

    /**
     * Reads a whole entry.
     *
     * @throws WeightsException if it is missing, broken, or larger than 2 GiB
     */
    public byte[] read(String name) throws WeightsException {
        long size = entry(name).getSize();
        if (size > Integer.MAX_VALUE - Long.BYTES) {
            throw new WeightsException(path, Message.of("archive.entryTooLarge", PrintableText.name(name), size));
        }
        chargeBytes(name, Math.max(0, size));
        try (InputStream in = zip.getInputStream(entry(name))) {
            byte[] bytes = in.readNBytes((int) Math.max(0, size));
            if (bytes.length < size || in.read() >= 0) {
                throw WeightsException.damaged(path, Message.of("archive.entrySize", PrintableText.name(name)));
            }
            requireSum(name, bytes);
            return bytes;
        } catch (WeightsException e) {
            throw e;
        } catch (IOException e) {
            throw WeightsException.damaged(
                    path, Message.of("archive.entryUnpack", PrintableText.name(name), FailureCause.reason(e)), e);
        }
    }

    private void chargeBytes(String name, long size) throws WeightsException {
        try {
            budget.chargeBytes(size);
        } catch (IllegalArgumentException e) {
            throw new WeightsException(
                    path, Message.of("archive.entry", PrintableText.name(name), FailureCause.reason(e)), e);
        }
    }

    private void requireSum(String name, byte[] bytes) throws WeightsException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if (hasSums && sum.getValue() != entry(name).getCrc()) {
            throw WeightsException.damaged(path, Message.of("archive.entryChecksum", PrintableText.name(name)));
        }
    }

    /** Returns the limits for reading this file. */
    public ReadBudget budget() {
        return budget;
    }

    /** Returns the unpacked size of an entry in bytes. */
    public long size(String name) throws WeightsException {
        return entry(name).getSize();
    }

    private ZipEntry entry(String name) throws WeightsException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw WeightsException.damaged(path, Message.of("archive.entryMissing", PrintableText.name(name)));
        }
        return entry;
    }

    @Override
    public void close() throws WeightsException {
        try {
            zip.close();
        } catch (IOException e) {
            throw new WeightsException(path, Message.of("weights.unclosed", FailureCause.reason(e)), e);
        }
    }
}
