package org.dwastudio.attack;

import java.nio.file.Path;
import java.util.List;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.data.format.DatasetFiles;

/** Readers of datasets in a few files and in folders. */
final class DatasetReaders {
    private static final int MOST_HELD = 64 << 20;
    private static final int MOST_READ = 12;

    private DatasetReaders() {}

    static List<ForeignReader> all() {
        return List.of(
                of(
                        "CIFAR-10 binary",
                        folder -> new DatasetFiles(folder).cifar10(""),
                        "",
                        List.of("data_batch_1.bin", "test_batch.bin", "batches.meta.txt")),
                of(
                        "CIFAR-100 binary",
                        folder -> new DatasetFiles(folder).cifar100(""),
                        "",
                        List.of("train.bin", "test.bin", "fine_label_names.txt")),
                of(
                        "CIFAR-10 Python",
                        PackedSeeds::cifarPython,
                        "",
                        List.of("data_batch_1", "test_batch", "batches.meta")),
                of(
                        "IDX",
                        folder -> PackedSeeds.idx(folder, false),
                        "",
                        List.of("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte")),
                of(
                        "IDX with gzip",
                        folder -> PackedSeeds.idx(folder, true),
                        "",
                        List.of("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz")),
                of("npz of images", PackedSeeds::npz, "images.npz", List.of("images.npz")),
                of(
                        "Tiny-ImageNet",
                        folder -> new DatasetFiles(folder).tinyImageNet(),
                        "",
                        List.of("wnids.txt", "words.txt", "val/val_annotations.txt", "train/n01/images/n01_0.JPEG")),
                of(
                        "split folders",
                        folder -> new DatasetFiles(folder).splitFolders(),
                        "",
                        List.of("train/cat/a.png", "val/dog/c.png")),
                of(
                        "WordNet folders with words",
                        folder -> PackedSeeds.wordNet(folder, "words.txt"),
                        "",
                        List.of("words.txt")),
                of(
                        "WordNet folders with JSON",
                        folder -> PackedSeeds.wordNet(folder, "imagenet_class_index.json"),
                        "",
                        List.of("imagenet_class_index.json")),
                of("CSV table", folder -> PackedSeeds.table(folder, "labels.csv", ','), "", List.of("labels.csv")),
                of("TSV table", folder -> PackedSeeds.table(folder, "labels.tsv", '\t'), "", List.of("labels.tsv")),
                of("JSONL table", PackedSeeds::jsonl, "", List.of("metadata.jsonl")),
                of(
                        "Parquet repository",
                        PackedSeeds::parquetRepository,
                        "data",
                        List.of("data/train-00000-of-00002.parquet", "data/validation-00000-of-00001.parquet")),
                parquet("ways/snappy.parquet"),
                parquet("ways/plain.parquet"),
                parquet("ways/lz4-32-bits.parquet"),
                parquet("ways/gzip-pages-2.parquet"),
                parquet("ways/checksums.parquet"),
                of(
                        "tar.gz of CIFAR-10",
                        PackedSeeds::cifarArchive,
                        "cifar-10-binary.tar.gz",
                        List.of("cifar-10-binary.tar.gz")),
                of(
                        "tar of folders",
                        folder -> PackedSeeds.tar(folder, "images.tar"),
                        "images.tar",
                        List.of("images.tar")),
                of(
                        "tar.gz of folders",
                        folder -> PackedSeeds.tar(folder, "images.tar.gz"),
                        "images.tar.gz",
                        List.of("images.tar.gz")),
                of(
                        "zip of folders",
                        folder -> ArchiveSeeds.zip(folder.resolve("images.zip")),
                        "images.zip",
                        List.of("images.zip")));
    }

    private static ForeignReader parquet(String name) {
        return of(
                "Parquet " + name,
                folder -> PackedSeeds.parquet(folder, name),
                "rows.parquet",
                List.of("rows.parquet"));
    }

    private static ForeignReader of(String name, ForeignReader.Seed seed, String source, List<String> targets) {
        return ForeignReader.of(name, seed, targets, (folder, scratch) -> read(folder.resolve(source), scratch))
                .within(ForeignReader.Limits.IMAGES)
                .wrapped(wrapping(targets.get(0)));
    }

    private static Wrapping wrapping(String target) {
        if (target.endsWith(".gz")) {
            return Wrapping.GZIP;
        }
        return target.endsWith(".zip") || target.endsWith(".npz") ? Wrapping.ZIP : Wrapping.NONE;
    }

    /** Reads everything that the program reads of a dataset. */
    static void read(Path source, Path scratch) throws Exception {
        DatasetCatalog catalog = new DatasetCatalog(MOST_HELD, () -> scratch);
        DatasetConfig config = new DatasetConfig(source.toString());
        DatasetSource found = catalog.openAll(config);
        for (int image = 0; image < Math.min(MOST_READ, found.train().count()); image++) {
            found.train().label(image);
            found.train().readOrExplain(image);
        }
        ImageDataset dataset = catalog.load(config);
        dataset.fingerprint();
        for (Split split : Split.values()) {
            dataset.labels(split, 0);
            dataset.describe(split, 0);
        }
    }
}
