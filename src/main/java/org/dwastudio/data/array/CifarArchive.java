package org.dwastudio.data.array;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetSource;
import org.jspecify.annotations.Nullable;

/**
 * Reader of the archive of CIFAR's binary version, as published ({@code .tar.gz}) or without gzip. Nothing is extracted
 * to the disk.
 */
public final class CifarArchive {
    private static final int GZIP_MAGIC = 0x1F8B;
    private static final int ZIP_MAGIC = 0x504B;
    /** The largest file of the published archives, CIFAR-100's train.bin, has 154 million bytes. */
    private static final long MOST_BYTES = 400_000_000;

    private final Path archive;

    public CifarArchive(Path archive) {
        this.archive = archive;
    }

    /** Returns true if a file of this name may be such an archive. */
    public static boolean hasArchiveExtension(String name) {
        return name.matches("(?i)cifar-100?-binary.*\\.(tar|tar\\.gz|tgz)");
    }

    /**
     * Reads the dataset.
     *
     * @throws DatasetException if the file is not such an archive, or damaged
     */
    public DatasetSource read(String name) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        CifarReader.Version version = unpack(files);
        return new CifarReader(new DatasetFolder.InArchive(archive, Map.copyOf(files)), version).read(name);
    }

    private CifarReader.Version unpack(Map<String, byte[]> files) throws IOException {
        String last = "its beginning";
        boolean ten = false;
        boolean hundred = false;
        try (InputStream stream = unzipped(new BufferedInputStream(Files.newInputStream(archive)));
                TarArchiveInputStream tar = new TarArchiveInputStream(stream)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                last = "entry " + entry.getName();
                String base = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                boolean ofTen = CifarReader.Version.CIFAR_10.hasFile(base);
                boolean ofHundred = CifarReader.Version.CIFAR_100.hasFile(base);
                if (!entry.isFile() || !(ofTen || ofHundred)) {
                    continue;
                }
                if (entry.getSize() > MOST_BYTES) {
                    throw problem(last + " has " + entry.getSize() + " bytes, more than " + MOST_BYTES);
                }
                ten |= ofTen;
                hundred |= ofHundred;
                files.put(base, whole(tar, entry));
            }
        } catch (ZipException e) {
            throw problem("the gzip data is damaged (" + e.getMessage() + "), at " + last, e);
        } catch (EOFException e) {
            throw problem("the file ends too early, it is truncated, at " + last, e);
        } catch (DatasetException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw problem("it is not a tar archive, or it is damaged (" + e.getMessage() + "), at " + last, e);
        }
        if (ten == hundred) {
            throw problem(
                    ten
                            ? "it holds files of both CIFAR-10 and CIFAR-100"
                            : "found none of the files of CIFAR's binary version in it, such as data_batch_1.bin or"
                                    + " train.bin");
        }
        return ten ? CifarReader.Version.CIFAR_10 : CifarReader.Version.CIFAR_100;
    }

    private static byte[] whole(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        byte[] bytes = tar.readNBytes((int) entry.getSize());
        if (bytes.length < entry.getSize()) {
            throw new EOFException();
        }
        return bytes;
    }

    private InputStream unzipped(BufferedInputStream in) throws IOException {
        in.mark(2);
        int start = in.read() << 8 | in.read();
        in.reset();
        if (start == ZIP_MAGIC) {
            throw new DatasetException(
                    archive + ": it is a zip archive. Please extract it and choose the resulting folder.");
        }
        return start == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(in)) : in;
    }

    private DatasetException problem(String what) {
        return problem(what, null);
    }

    private DatasetException problem(String what, @Nullable Exception cause) {
        return new DatasetException(
                archive + ": " + what + ". Please give cifar-10-binary.tar.gz or cifar-100-binary.tar.gz as published;"
                        + " other archives must be unpacked first.",
                cause);
    }
}
