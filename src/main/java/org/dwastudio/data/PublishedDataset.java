package org.dwastudio.data;

import java.net.URI;
import java.util.List;

/** A dataset that can be fetched from its publisher. */
public enum PublishedDataset {
    CIFAR_10,
    CIFAR_100,
    FASHION_MNIST,
    TINY_IMAGENET;

    /**
     * One file of it.
     *
     * @param address where the publisher offers it
     * @param bytes its size
     * @param checksum of its content
     */
    public record RemoteFile(URI address, long bytes, String checksum) {}

    /** The name on the command line and of its folder, for example {@code cifar-10}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public String displayName() {
        return key();
    }

    /** What the publisher says about its use, in a sentence. */
    public String licence() {
        return "";
    }

    public List<RemoteFile> files() {
        return List.of();
    }

    /** What is fetched altogether. */
    public long downloadBytes() {
        return files().stream().mapToLong(RemoteFile::bytes).sum();
    }
}
