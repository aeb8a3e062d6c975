package org.dwastudio.data.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.PublishedDataset.RemoteFile;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/** Download of one file: resumes an earlier download, retries after failures, and checks the content. */
final class FileFetch {
    /**
     * An attempt that brings at least this share of the file counts as a success, which resets the count of attempts.
     */
    private static final int WORTHWHILE_PARTS = 100;

    private final Transfer transfer;
    private final RetryPolicy retries;
    private final StopSignal stop;
    private final DiskSpaceChecker disk;

    FileFetch(Transfer transfer, RetryPolicy retries, StopSignal stop, DiskSpaceChecker disk) {
        this.transfer = transfer;
        this.retries = retries;
        this.stop = stop;
        this.disk = disk;
    }

    /** The name of a file in its folder: the last part of its address. */
    static String nameOf(RemoteFile file) {
        String path = file.address().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Bytes of a file that need not be fetched any more. */
    long there(RemoteFile file, Path folder) throws IOException {
        Path whole = folder.resolve(nameOf(file));
        return isWhole(whole, file) ? file.bytes() : Math.min(file.bytes(), new PartialDownload(whole, disk).size());
    }

    /**
     * Fetches it into a folder.
     *
     * @param size receives the number of bytes stored so far
     * @return the file, whole and with the published content
     */
    Path fetch(RemoteFile file, Path folder, LongConsumer size) throws IOException {
        Path whole = folder.resolve(nameOf(file));
        if (isWhole(whole, file)) {
            size.accept(file.bytes());
            return whole;
        }
        PartialDownload part = new PartialDownload(whole, disk);
        if (part.size() > file.bytes()) {
            part.discard();
        }
        fetchMissing(file, part, size);
        verify(file, part);
        part.finish(whole);
        return whole;
    }

    private static boolean isWhole(Path whole, RemoteFile file) throws IOException {
        return Files.isRegularFile(whole, LinkOption.NOFOLLOW_LINKS) && Files.size(whole) == file.bytes();
    }

    private void fetchMissing(RemoteFile file, PartialDownload part, LongConsumer size) throws IOException {
        int attempt = 0;
        long most = part.size();
        while (part.size() < file.bytes()) {
            stop.pause(retries.before(attempt));
            try {
                transfer.run(file, part, size);
            } catch (TransientDownloadException trouble) {
                // Measured against the largest size so far: a server that always starts over must not keep this loop
                // running.
                boolean worthwhile = part.size() - most > file.bytes() / WORTHWHILE_PARTS;
                most = Math.max(most, part.size());
                attempt = worthwhile ? 1 : attempt + 1;
                if (attempt >= retries.attempts() && !worthwhile) {
                    throw new DatasetException(
                            Message.of("download.interrupted", file.address(), FailureCause.reason(trouble)), trouble);
                }
            }
        }
    }

    private void verify(RemoteFile file, PartialDownload part) throws IOException {
        if (file.checksum().isEmpty()) {
            return;
        }
        ExpectedChecksum published = ExpectedChecksum.parse(file.checksum());
        ExpectedChecksum found = published.of(part.path(), stop);
        if (!found.equals(published)) {
            part.discard();
            throw new DatasetException(Message.of("download.otherContent", file.address(), found, published.digits()));
        }
    }
}
