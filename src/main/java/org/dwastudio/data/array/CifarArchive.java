package org.dwastudio.data.array;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.io.input.BoundedInputStream;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.file.TarEntries;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.jspecify.annotations.Nullable;

/**
 * Reader of the archive of CIFAR's binary or Python version, as published ({@code .tar.gz}) or without gzip. Nothing is extracted
 * to the disk.
 */
public final class CifarArchive {
    private static final int GZIP_MAGIC = 0x1F8B;
    private static final int ZIP_MAGIC = 0x504B;
    /** The files of the published archives have 186 million bytes in total. */
    private static final long MOST_BYTES = 400_000_000;

    /** The published archives have ten entries. */
    private static final int ENTRIES_TO_SEE = 100;

    private final Path archive;
    private final long mostBytes;

    public CifarArchive(Path archive) {
        this(archive, MOST_BYTES);
    }

    /** Creates a reader with another limit for all files together, which are held in memory. */
    CifarArchive(Path archive, long mostBytes) {
        this.archive = archive;
        this.mostBytes = mostBytes;
    }

    /** Returns true if a file of this name may be such an archive. */
    public static boolean hasArchiveExtension(String name) {
        return name.matches("(?i)cifar-100?-(binary|python).*\\.(tar|tar\\.gz|tgz)");
    }

    /** Returns true if the archive holds a file of CIFAR; false also for zip archives, and damaged ones. */
    public boolean isCifar() throws IOException {
        BoundedFile.require(archive);
        try (InputStream stream = beginning(unzipped(new BufferedInputStream(BoundedFile.open(archive))));
                TarEntries tar = new TarEntries(stream)) {
            int seen = 0;
            for (Optional<TarArchiveEntry> entry = tar.next();
                    entry.isPresent() && seen < ENTRIES_TO_SEE;
                    entry = tar.next()) {
                String name = entry.get().getName();
                if (entry.get().isFile() && Content.of(name, base(name)).isPresent()) {
                    return true;
                }
                seen++;
            }
            return false;
        } catch (IOException | IllegalArgumentException e) {
            return hasArchiveExtension(archive.getFileName().toString());
        }
    }

    /** Returns the part of a tar archive that is searched; one that unpacks to terabytes would take hours. */
    private InputStream beginning(InputStream tar) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(tar)
                .setMaxCount(mostBytes)
                .get();
    }

    /**
     * Reads the dataset.
     *
     * @throws DatasetException if the file is not such an archive, or damaged
     */
    public DatasetSource read(String name) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        Set<Content> found = unpack(files);
        if (found.size() != 1) {
            throw problem(found.isEmpty() ? Message.of("cifar.none") : Message.of("cifar.mixed"));
        }
        DatasetFolder folder = new DatasetFolder.InArchive(archive, Map.copyOf(files));
        return switch (found.iterator().next()) {
            case BINARY_10 -> new CifarReader(folder, CifarReader.Version.CIFAR_10).read(name);
            case BINARY_100 -> new CifarReader(folder, CifarReader.Version.CIFAR_100).read(name);
            case PYTHON_10 -> new CifarPythonReader(folder, CifarPythonReader.Version.CIFAR_10).read(name);
            case PYTHON_100 -> new CifarPythonReader(folder, CifarPythonReader.Version.CIFAR_100).read(name);
        };
    }

    /** Version that a file belongs to. */
    private enum Content {
        BINARY_10,
        BINARY_100,
        PYTHON_10,
        PYTHON_100;

        static Optional<Content> of(String path, String base) {
            if (CifarReader.Version.CIFAR_10.hasFile(base)) {
                return Optional.of(BINARY_10);
            }
            if (CifarReader.Version.CIFAR_100.hasFile(base)) {
                return Optional.of(BINARY_100);
            }
            if (CifarPythonReader.Version.CIFAR_10.hasFile(base)) {
                return Optional.of(PYTHON_10);
            }
            // Its files are called train, test and meta, names that other datasets use too.
            return path.contains("cifar-100") && CifarPythonReader.Version.CIFAR_100.hasFile(base)
                    ? Optional.of(PYTHON_100)
                    : Optional.empty();
        }
    }

    private Set<Content> unpack(Map<String, byte[]> files) throws IOException {
        String last = "its beginning";
        long total = 0;
        Set<Content> found = EnumSet.noneOf(Content.class);
        try (InputStream stream = unzipped(new BufferedInputStream(BoundedFile.open(archive)));
                TarEntries tar = new TarEntries(stream)) {
            for (Optional<TarArchiveEntry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
                String name = entry.get().getName();
                last = "entry " + PrintableText.name(name);
                Optional<Content> content = Content.of(name, base(name));
                // Other entries count too: to skip them, they are unpacked.
                long size = entry.get().getSize();
                total += Math.min(size, Long.MAX_VALUE - total);
                if (total > mostBytes) {
                    throw problem(Message.of("cifar.tooLarge", mostBytes, last, size));
                }
                if (!entry.get().isFile() || content.isEmpty()) {
                    continue;
                }
                found.add(content.get());
                files.put(base(name), whole(tar.content(), size));
            }
        } catch (ZipException e) {
            throw problem(Message.of("cifar.gzip", FailureCause.reason(e), last), e);
        } catch (EOFException e) {
            throw problem(Message.of("cifar.truncated", last), e);
        } catch (DatasetException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw problem(Message.of("cifar.tar", FailureCause.reason(e), last), e);
        }
        return found;
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static byte[] whole(InputStream content, long size) throws IOException {
        byte[] bytes = content.readNBytes((int) size);
        if (bytes.length < size) {
            throw new EOFException();
        }
        return bytes;
    }

    private InputStream unzipped(BufferedInputStream in) throws IOException {
        in.mark(2);
        int start = in.read() << 8 | in.read();
        in.reset();
        if (start == ZIP_MAGIC) {
            throw new DatasetException(Message.of("cifar.zip", archive));
        }
        return start == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(in)) : in;
    }

    private DatasetException problem(Message what) {
        return problem(what, null);
    }

    private DatasetException problem(Message what, @Nullable Exception cause) {
        return new DatasetException(Message.of("cifar.archive", archive, what), cause);
    }
}
