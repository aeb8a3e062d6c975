package org.dwastudio.data.download;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/** Extractor of files that are each compressed with gzip; the checksums in them are verified. */
final class GzipExtractor {
    private static final int BUFFER = 1 << 16;
    private static final String ENDING = ".gz";

    private final ArchiveLayout.Inflated limits;
    private final DiskSpaceChecker disk;
    private final StopSignal stop;
    private final LongConsumer progress;
    private final byte[] buffer = new byte[BUFFER];
    private long done;

    /**
     * Creates an extractor.
     *
     * @param progress consumer of the number of bytes extracted
     */
    GzipExtractor(ArchiveLayout.Inflated limits, DiskSpaceChecker disk, StopSignal stop, LongConsumer progress) {
        this.limits = limits;
        this.disk = disk;
        this.stop = stop;
        this.progress = progress;
    }

    /**
     * Extracts files into a folder.
     *
     * @throws UnsafeArchiveException if a file is broken or too large, with its name
     */
    void inflate(List<Path> files, Path into) throws IOException {
        Files.createDirectories(into);
        for (Path file : files) {
            String name = file.getFileName().toString();
            Path place =
                    into.resolve(name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name);
            try (InputStream content = new GZIPInputStream(BoundedFile.open(file), BUFFER)) {
                write(content, place, name);
            } catch (EOFException | ZipException e) {
                throw new UnsafeArchiveException(Message.of("archive.gzip", name, FailureCause.reason(e)), e);
            }
        }
    }

    private void write(InputStream content, Path place, String name) throws IOException {
        try (OutputStream out = Files.newOutputStream(place)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                done += read;
                if (done > limits.mostBytes()) {
                    throw new UnsafeArchiveException(Message.of("archive.tooLarge", name, limits.mostBytes()));
                }
                write(out, read, place);
                stop.check();
                progress.accept(done);
            }
        }
    }

    private void write(OutputStream out, int length, Path place) throws IOException {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw disk.cannotWrite(place, e);
        }
    }
}
