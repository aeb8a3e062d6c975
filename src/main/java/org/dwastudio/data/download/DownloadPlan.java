package org.dwastudio.data.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dwastudio.data.PublishedDataset.RemoteFile;

/**
 * Files of a download and their conversion to a dataset's folder.
 *
 * @param folder name of the dataset's folder
 * @param name name in messages
 * @param files files in download order
 * @param arrangement conversion to the folder
 * @param content files and folders that identify a complete dataset
 * @param diskBytes approximate final disk space, in bytes
 */
public record DownloadPlan(
        String folder,
        String name,
        List<RemoteFile> files,
        ArchiveLayout arrangement,
        List<Content> content,
        long diskBytes) {

    /**
     * File or folder of a complete dataset.
     *
     * @param path path below the dataset's folder, with slashes
     * @param bytes size of a file, or −1 for any file or folder
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

    /** Returns the first missing part of the dataset in a folder; empty if it is complete. */
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

    /** Returns the bytes that are downloaded and then extracted, together. */
    long workBytes() {
        return downloadBytes() + (arrangement instanceof ArchiveLayout.Kept ? 0 : diskBytes);
    }
}
