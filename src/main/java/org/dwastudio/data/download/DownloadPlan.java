package org.dwastudio.data.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dwastudio.data.PublishedDataset.RemoteFile;

/**
 * What is fetched, and what becomes of it.
 *
 * @param folder the name of the dataset's folder
 * @param name as messages say it
 * @param files in the order in which they are fetched
 * @param arrangement how they become the folder
 * @param content files and folders by which a complete dataset is known
 * @param diskBytes about what the dataset takes on the disk in the end
 */
public record DownloadPlan(
        String folder,
        String name,
        List<RemoteFile> files,
        ArchiveLayout arrangement,
        List<Content> content,
        long diskBytes) {

    /**
     * Something that a complete dataset has.
     *
     * @param path below its folder, with slashes
     * @param bytes the size of a file, or −1 for any file or folder
     */
    public record Content(String path, long bytes) {
        static Content any(String path) {
            return new Content(path, -1);
        }

        boolean isIn(Path folder) throws IOException {
            Path there = folder.resolve(path);
            return bytes < 0 ? Files.exists(there) : Files.isRegularFile(there) && Files.size(there) == bytes;
        }
    }

    public DownloadPlan {
        files = List.copyOf(files);
        content = List.copyOf(content);
    }

    /** What a folder lacks of the dataset, the first of it; empty when it is complete. */
    Optional<String> missingIn(Path datasetFolder) throws IOException {
        for (Content part : content) {
            if (!part.isIn(datasetFolder)) {
                return Optional.of(part.path());
            }
        }
        return Optional.empty();
    }

    long downloadBytes() {
        return files.stream().mapToLong(RemoteFile::bytes).sum();
    }

    /** Bytes that are fetched and then unpacked, together. */
    long workBytes() {
        return downloadBytes() + (arrangement instanceof ArchiveLayout.Kept ? 0 : diskBytes);
    }
}
