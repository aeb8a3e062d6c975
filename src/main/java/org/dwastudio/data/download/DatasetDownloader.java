package org.dwastudio.data.download;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.data.PublishedDataset.RemoteFile;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.file.Directories;
import org.dwastudio.file.LockFile;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/**
 * Downloader that creates a dataset's folder from its publisher's files. It works in an adjacent folder,
 * {@code NAME.download}, which keeps partial downloads and is removed at the end; the complete dataset folder is then
 * moved into place.
 */
public final class DatasetDownloader {
    private static final String LOCK = "lock";

    private final RetryPolicy retries;
    private final DiskSpaceChecker disk;

    /** Creates a downloader with the default retry policy. */
    public DatasetDownloader() {
        this(RetryPolicy.USUAL);
    }

    public DatasetDownloader(RetryPolicy retries) {
        this(retries, FreeSpace.OF_DISK);
    }

    DatasetDownloader(RetryPolicy retries, FreeSpace space) {
        this.retries = retries;
        disk = new DiskSpaceChecker(space);
    }

    /**
     * Returns the folder of a published dataset below a parent folder, if it exists and is complete.
     *
     * @throws IOException if the folder cannot be read
     */
    public static Optional<Path> present(PublishedDataset dataset, Path parent) throws IOException {
        DownloadPlan plan = PublishedPlans.of(dataset);
        Path target = targetOf(plan, parent);
        return plan.missingIn(target).isEmpty() ? Optional.of(target) : Optional.empty();
    }

    /**
     * Downloads a published dataset; returns at once if it already exists.
     *
     * @param parent folder in which the dataset gets its own folder, named by its {@link PublishedDataset#key()}
     * @param listener listener to the bytes downloaded and then extracted, of both together
     * @param token checked every 50 milliseconds
     * @return the dataset's folder, absolute
     * @throws java.util.concurrent.CancellationException if canceled; the partial download is kept and resumed later
     * @throws DatasetException if the download fails, with a message for the user
     */
    public Path fetch(PublishedDataset dataset, Path parent, ProgressListener listener, CancellationToken token)
            throws IOException {
        return fetch(PublishedPlans.of(dataset), parent, listener, token);
    }

    /** Downloads the dataset of any plan. */
    public Path fetch(DownloadPlan plan, Path parent, ProgressListener listener, CancellationToken token)
            throws IOException {
        Path target = targetOf(plan, parent);
        if (plan.missingIn(target).isEmpty()) {
            return target;
        }
        requireFree(plan, target);
        Path work = target.resolveSibling(target.getFileName() + ".download");
        create(work);
        try (LockFile lock = lock(work)) {
            // Another program may have finished it meanwhile.
            if (plan.missingIn(target).isPresent()) {
                make(plan, target, work, listener, new StopSignal(token));
            }
            removeAllBut(work.resolve(lock.name()), work);
        } finally {
            removeIfEmpty(work);
        }
        return target;
    }

    private LockFile lock(Path work) throws IOException {
        Path file = work.resolve(LOCK);
        try {
            return LockFile.acquire(file);
        } catch (LockFile.HeldException e) {
            throw new DatasetException(Message.of("download.locked", work), e);
        } catch (IOException e) {
            throw disk.cannotWrite(file, e);
        }
    }

    private static Path targetOf(DownloadPlan plan, Path parent) {
        return parent.toAbsolutePath().normalize().resolve(plan.folder());
    }

    private static void requireFree(DownloadPlan plan, Path target) throws IOException {
        try (Stream<Path> there = Files.exists(target, LinkOption.NOFOLLOW_LINKS) ? Files.list(target) : Stream.of()) {
            if (there.findAny().isPresent()) {
                throw new DatasetException(Message.of(
                        "download.incomplete", target, plan.missingIn(target).orElse("nothing"), plan.name()));
            }
        } catch (NotDirectoryException e) {
            throw new DatasetException(Message.of("download.targetIsFile", target), e);
        }
    }

    private void create(Path work) throws IOException {
        if (Files.isSymbolicLink(work)) {
            throw new DatasetException(Message.of("download.link", work));
        }
        try {
            Files.createDirectories(work);
        } catch (IOException e) {
            throw new DatasetException(
                    Message.of(
                            "download.folderFailed",
                            work,
                            e.getMessage() == null ? e : e.getMessage().replace(work + ": ", "")),
                    e);
        }
    }

    private void make(DownloadPlan plan, Path target, Path work, ProgressListener listener, StopSignal stop)
            throws IOException {
        TransferProgress progress = new TransferProgress(listener, plan.workBytes(), System::nanoTime);
        List<Path> fetched = fetchFiles(plan, work, stop, progress);
        Path unpacked = work.resolve("unpacked");
        Directories.delete(unpacked);
        try {
            Path ready = arrange(plan, fetched, unpacked, stop, progress);
            Optional<String> missing = plan.missingIn(ready);
            if (missing.isPresent()) {
                throw new UnsafeArchiveException(Message.of("archive.lacks", plan.name(), missing.get()));
            }
            Files.deleteIfExists(target);
            Files.move(ready, target, StandardCopyOption.ATOMIC_MOVE);
            progress.at(plan.workBytes());
        } catch (UnsafeArchiveException e) {
            // Extracting it again would fail again.
            for (Path file : fetched) {
                Files.deleteIfExists(file);
            }
            throw new DatasetException(FailureCause.describe(e), e);
        } finally {
            Directories.delete(unpacked);
        }
    }

    private List<Path> fetchFiles(DownloadPlan plan, Path work, StopSignal stop, TransferProgress progress)
            throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(retries.connect())
                .build();
        FileFetch fetch = new FileFetch(new Transfer(client, retries, stop, progress::catchUp), retries, stop, disk);
        long there = 0;
        for (RemoteFile file : plan.files()) {
            there += fetch.there(file, work);
        }
        disk.require(plan.workBytes() - there, work, plan.name());
        List<Path> fetched = new ArrayList<>();
        long before = 0;
        for (RemoteFile file : plan.files()) {
            long base = before;
            fetched.add(fetch.fetch(file, work, size -> progress.at(base + size)));
            before += file.bytes();
        }
        return fetched;
    }

    private Path arrange(
            DownloadPlan plan, List<Path> fetched, Path unpacked, StopSignal stop, TransferProgress progress)
            throws IOException {
        if (plan.arrangement() instanceof ArchiveLayout.Unpacked rule) {
            long base = plan.downloadBytes();
            new ArchiveExtractor(rule, disk, stop, bytes -> progress.at(base + bytes)).unpack(fetched.get(0), unpacked);
            return unpacked.resolve(rule.root());
        }
        if (plan.arrangement() instanceof ArchiveLayout.Inflated rule) {
            long base = plan.downloadBytes();
            new GzipExtractor(rule, disk, stop, bytes -> progress.at(base + bytes)).inflate(fetched, unpacked);
            return unpacked;
        }
        return keep(fetched, ((ArchiveLayout.Kept) plan.arrangement()).texts(), unpacked);
    }

    private Path keep(List<Path> fetched, Map<String, String> texts, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path file : fetched) {
            Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(folder.resolve(text.getKey()), text.getValue());
        }
        return folder;
    }

    private static void removeAllBut(Path kept, Path work) throws IOException {
        try (Stream<Path> all = Files.list(work)) {
            for (Path path : all.filter(path -> !path.equals(kept)).toList()) {
                Directories.delete(path);
            }
        }
    }

    private static void removeIfEmpty(Path work) throws IOException {
        try {
            Files.deleteIfExists(work);
        } catch (DirectoryNotEmptyException e) {
            // The partial download is kept there.
        }
    }
}
