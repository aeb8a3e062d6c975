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

/** Inflates files that were compressed one by one; what gzip notes of their content is checked. */
final class GzipExtractor {
    private static final int BUFFER = 1 << 16;
    private static final String ENDING = ".gz";

    private final ArchiveLayout.Inflated limits;
    private final DiskSpaceChecker disk;
    private final StopSignal stop;
    private final LongConsumer progress;
    private final byte[] buffer = new byte[BUFFER];
    private long done;

    /** @param progress told how many bytes are inflated */
    GzipExtractor(ArchiveLayout.Inflated limits, DiskSpaceChecker disk, StopSignal stop, LongConsumer progress) {
        this.limits = limits;
        this.disk = disk;
        this.stop = stop;
        this.progress = progress;
    }

    /** @throws UnsafeArchiveException when a file is broken or too large, by its name */
    void inflate(List<Path> files, Path into) throws IOException {
        Files.createDirectories(into);
        for (Path file : files) {
            String name = file.getFileName().toString();
            Path place =
                    into.resolve(name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name);
            try (InputStream content = new GZIPInputStream(Files.newInputStream(file), BUFFER)) {
                write(content, place, name);
            } catch (EOFException | ZipException e) {
                throw new UnsafeArchiveException(
                        name + " is broken: " + e.getMessage() + ". Please fetch it again.", e);
            }
        }
    }

    private void write(InputStream content, Path place, String name) throws IOException {
        try (OutputStream out = Files.newOutputStream(place)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                done += read;
                if (done > limits.mostBytes()) {
                    throw new UnsafeArchiveException(
                            name + " would take more than " + limits.mostBytes() + " bytes with those before it.");
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
