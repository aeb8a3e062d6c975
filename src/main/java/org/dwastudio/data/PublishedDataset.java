package org.dwastudio.data;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.dwastudio.text.Message;

/**
 * Datasets that can be downloaded from their publishers. Sizes are those of the published files; checksums are the
 * SHA-256 of the files whose MD5 the publishers give on their pages.
 */
public enum PublishedDataset {
    CIFAR_10(
            "CIFAR-10",
            Message.of("license.cifar"),
            "https://www.cs.toronto.edu/~kriz/cifar.html",
            184_500_000,
            new RemoteFile(
                    URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"),
                    170_052_171,
                    "sha256:c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd")),
    CIFAR_100(
            "CIFAR-100",
            Message.of("license.cifar"),
            "https://www.cs.toronto.edu/~kriz/cifar.html",
            184_500_000,
            new RemoteFile(
                    URI.create("https://www.cs.toronto.edu/~kriz/cifar-100-binary.tar.gz"),
                    168_513_733,
                    "sha256:58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec")),
    FASHION_MNIST(
            "Fashion-MNIST",
            Message.of("license.fashionMnist"),
            "https://github.com/zalandoresearch/fashion-mnist",
            30_890_000,
            fashion(
                    "train-images-idx3-ubyte.gz",
                    26_421_880,
                    "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
            fashion(
                    "train-labels-idx1-ubyte.gz",
                    29_515,
                    "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
            fashion(
                    "t10k-images-idx3-ubyte.gz",
                    4_422_102,
                    "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
            fashion(
                    "t10k-labels-idx1-ubyte.gz",
                    5_148,
                    "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5")),
    TINY_IMAGENET(
            "Tiny-ImageNet-200",
            Message.of("license.tinyImageNet"),
            "https://cs231n.stanford.edu",
            500_000_000,
            new RemoteFile(
                    URI.create("https://cs231n.stanford.edu/tiny-imagenet-200.zip"),
                    248_100_043,
                    "sha256:6198c8ae015e2b3e007c7841da39ec069199b9aa3bfa943a462022fe5e43c821"));

    private final String displayName;
    private final Message license;
    private final URI page;
    private final long diskBytes;
    private final List<RemoteFile> files;

    PublishedDataset(String displayName, Message license, String page, long diskBytes, RemoteFile... files) {
        this.displayName = displayName;
        this.license = license;
        this.page = URI.create(page);
        this.diskBytes = diskBytes;
        this.files = List.of(files);
    }

    /**
     * File of a dataset.
     *
     * @param address URI at the publisher; its last part is the file's name
     * @param bytes size in bytes
     * @param checksum {@code sha256:} or {@code md5:} and hexadecimal digits; empty if the publisher gives none
     */
    public record RemoteFile(URI address, long bytes, String checksum) {}

    private static RemoteFile fashion(String file, long bytes, String sha256) {
        return new RemoteFile(
                URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/" + file),
                bytes,
                "sha256:" + sha256);
    }

    /** Returns the name on the command line and of the folder, for example {@code cifar-10}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String displayName() {
        return displayName;
    }

    /** Returns the publisher's terms of use, as one sentence. */
    public Message license() {
        return license;
    }

    /** Returns the address of the publisher's description. */
    public URI page() {
        return page;
    }

    public List<RemoteFile> files() {
        return files;
    }

    /** Returns the size of all files, in bytes. */
    public long downloadBytes() {
        return files.stream().mapToLong(RemoteFile::bytes).sum();
    }

    /** Returns the approximate disk space of the result, in bytes, with blocks of 4 KiB. */
    public long diskBytes() {
        return diskBytes;
    }
}
