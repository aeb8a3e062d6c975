package org.dwastudio.data.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.data.PublishedDataset.RemoteFile;
import org.dwastudio.data.download.DownloadPlan.Content;

/** Download plans of the published datasets, which create the folders that the readers of these formats expect. */
final class PublishedPlans {
    private static final long CIFAR_10_BATCH = 10_000 * 3073L;
    private static final long CIFAR_100_IMAGE = 3074;
    private static final int FEW_ENTRIES = 100;
    /** The archive has 120,609. */
    private static final int TINY_ENTRIES = 200_000;

    private PublishedPlans() {}

    static DownloadPlan of(PublishedDataset dataset) {
        return switch (dataset) {
            case CIFAR_10 ->
                plan(
                        dataset,
                        unpacked(dataset, ArchiveLayout.Format.TAR_GZ, "cifar-10-batches-bin", FEW_ENTRIES),
                        List.of(
                                new Content("data_batch_1.bin", CIFAR_10_BATCH),
                                new Content("data_batch_2.bin", CIFAR_10_BATCH),
                                new Content("data_batch_3.bin", CIFAR_10_BATCH),
                                new Content("data_batch_4.bin", CIFAR_10_BATCH),
                                new Content("data_batch_5.bin", CIFAR_10_BATCH),
                                new Content("test_batch.bin", CIFAR_10_BATCH),
                                Content.any("batches.meta.txt")));
            case CIFAR_100 ->
                plan(
                        dataset,
                        unpacked(dataset, ArchiveLayout.Format.TAR_GZ, "cifar-100-binary", FEW_ENTRIES),
                        List.of(
                                new Content("train.bin", 50_000 * CIFAR_100_IMAGE),
                                new Content("test.bin", 10_000 * CIFAR_100_IMAGE),
                                Content.any("fine_label_names.txt")));
            case FASHION_MNIST ->
                plan(dataset, new ArchiveLayout.Kept(Map.of("classes.txt", FASHION_CLASSES)), fashionContent(dataset));
            case TINY_IMAGENET ->
                plan(
                        dataset,
                        unpacked(dataset, ArchiveLayout.Format.ZIP, "tiny-imagenet-200", TINY_ENTRIES),
                        List.of(
                                Content.any("train"),
                                Content.any("val/images"),
                                Content.any("val/val_annotations.txt"),
                                Content.any("wnids.txt"),
                                Content.any("words.txt")));
        };
    }

    private static DownloadPlan plan(PublishedDataset dataset, ArchiveLayout arrangement, List<Content> content) {
        return new DownloadPlan(
                dataset.key(), dataset.displayName(), dataset.files(), arrangement, content, dataset.diskBytes());
    }

    private static ArchiveLayout unpacked(
            PublishedDataset dataset, ArchiveLayout.Format format, String root, int mostEntries) {
        return new ArchiveLayout.Unpacked(format, root, mostEntries, 2 * dataset.diskBytes());
    }

    private static List<Content> fashionContent(PublishedDataset dataset) {
        List<Content> content = new ArrayList<>();
        for (RemoteFile file : dataset.files()) {
            content.add(new Content(FileFetch.nameOf(file), file.bytes()));
        }
        content.add(Content.any("classes.txt"));
        return content;
    }

    /** Class names in label order, as listed on the publisher's page. */
    private static final String FASHION_CLASSES = """
            T-shirt/top
            Trouser
            Pullover
            Dress
            Coat
            Sandal
            Shirt
            Sneaker
            Bag
            Ankle boot
            """;
}
