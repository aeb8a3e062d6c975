package org.dwastudio.attack;

import static org.dwastudio.data.format.PackedFiles.npy;
import static org.dwastudio.data.format.PackedFiles.ramp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.file.PathUtils;
import org.dwastudio.data.format.DatasetFiles;
import org.dwastudio.data.format.PackedFiles;

/** Writer of small valid datasets. */
final class PackedSeeds {
    static final Path PARQUET = Path.of("src/test/resources/data/parquet");
    private static final String[] CLASSES = {"n01440764", "n01443537"};

    private PackedSeeds() {}

    static void cifarPython(Path folder) {
        PackedFiles.cifarPython(new DatasetFiles(folder), "", "");
    }

    static void cifarArchive(Path folder) throws IOException {
        new DatasetFiles(folder)
                .cifar10("x/")
                .tarGz(
                        "cifar-10-binary.tar.gz",
                        "cifar-10-batches-bin/",
                        List.of(
                                "x/batches.meta.txt",
                                "x/data_batch_1.bin",
                                "x/data_batch_2.bin",
                                "x/data_batch_3.bin",
                                "x/data_batch_4.bin",
                                "x/data_batch_5.bin",
                                "x/test_batch.bin"));
    }

    static void idx(Path folder, boolean gzip) throws IOException {
        idx(folder, "train-images-idx3-ubyte", gzip, ramp(27), 6, 3, 3);
        idx(folder, "train-labels-idx1-ubyte", gzip, new byte[] {0, 1, 2, 0, 1, 2}, 6);
        idx(folder, "t10k-images-idx3-ubyte", gzip, ramp(27), 3, 3, 3);
        idx(folder, "t10k-labels-idx1-ubyte", gzip, new byte[] {0, 1, 2}, 3);
    }

    private static void idx(Path folder, String name, boolean gzip, byte[] values, int... shape) throws IOException {
        int size = 1;
        for (int extent : shape) {
            size *= extent;
        }
        ByteBuffer content = ByteBuffer.allocate(Integer.BYTES * (1 + shape.length) + size);
        content.putInt(0x0800 + shape.length);
        for (int extent : shape) {
            content.putInt(extent);
        }
        while (content.hasRemaining()) {
            content.put(values[content.remaining() % values.length]);
        }
        Files.write(folder.resolve(gzip ? name + ".gz" : name), gzip ? gzip(content.array()) : content.array());
    }

    static void npz(Path folder) throws IOException {
        PackedFiles.npz(
                folder.resolve("images.npz"),
                Map.of(
                        "train_images", npy("|u1", "4, 2, 2, 3", ramp(48)),
                        "train_labels", npy("|u1", "4, 1", new byte[] {0, 1, 2, 1}),
                        "val_images", npy("|u1", "1, 2, 2, 3", ramp(12)),
                        "val_labels", npy("|u1", "1, 1", new byte[] {2}),
                        "test_images", npy("|u1", "2, 2, 2, 3", ramp(24)),
                        "test_labels", npy("<i2", "2,", new byte[] {1, 0, 0, 0})));
    }

    static void wordNet(Path folder, String names) {
        DatasetFiles files = new DatasetFiles(folder);
        for (String wnid : CLASSES) {
            for (String split : List.of("train/", "val/")) {
                files.gray(split + wnid + "/a.png", 8, 10).gray(split + wnid + "/b.png", 8, 20);
            }
        }
        files.text(
                names,
                names.endsWith(".json")
                        ? "{\"0\": [\"n01440764\", \"tench\"], \"1\": [\"n01443537\", \"goldfish\"]}"
                        : "n01440764\ttench, Tinca tinca\nn01443537\tgoldfish, Carassius auratus\n");
    }

    static void table(Path folder, String name, char separator) {
        StringBuilder text = new StringBuilder("file_name" + separator + "label" + separator + "split\n");
        for (int i = 0; i < 6; i++) {
            text.append(images(folder, i)).append(separator);
            text.append(i % 2 == 0 ? "\"collie, rough\"" : "poodle").append(separator);
            text.append(i < 4 ? "train" : "test").append('\n');
        }
        new DatasetFiles(folder).text(name, text.toString());
    }

    static void jsonl(Path folder) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            text.append("{\"file_name\": \"" + images(folder, i) + "\", \"label\": " + i % 2 + "}\n");
        }
        new DatasetFiles(folder).text("metadata.jsonl", text.toString());
    }

    private static String images(Path folder, int i) {
        new DatasetFiles(folder).gray("p" + i + ".png", 8, 10 * i);
        return "p" + i + ".png";
    }

    static void parquet(Path folder, String name) throws IOException {
        Files.copy(PARQUET.resolve(name), folder.resolve("rows.parquet"));
    }

    static void parquetRepository(Path folder) throws IOException {
        PathUtils.copyDirectory(PARQUET.resolve("animals/data"), folder.resolve("data"));
    }

    static void tar(Path folder, String name) throws IOException {
        Files.write(folder.resolve(name), name.endsWith(".gz") ? gzip(tar()) : tar());
    }

    private static byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ArchiveSeeds.tar(bytes);
        return bytes.toByteArray();
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
