package org.dwastudio.data.format;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writer of tiny datasets in the field's formats. */
public final class DatasetFiles {
    private final Path root;

    public DatasetFiles(Path root) {
        this.root = root;
    }

    /** Writes a gray square of one brightness. */
    public DatasetFiles gray(String file, int size, int value) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < size * size; i++) {
            image.getRaster().setSample(i % size, i / size, 0, value);
        }
        return image(file, image);
    }

    /** Writes a rectangle of one color. */
    public DatasetFiles color(String file, int width, int height, int color) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, color);
        }
        return image(file, image);
    }

    private DatasetFiles image(String file, BufferedImage image) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            ImageIO.write(image, file.substring(file.lastIndexOf('.') + 1).replace("JPEG", "jpg"), path.toFile());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public DatasetFiles text(String file, String content) {
        return bytes(file, content.getBytes(StandardCharsets.UTF_8));
    }

    public DatasetFiles bytes(String file, byte[] content) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DatasetFiles folder(String name) {
        try {
            Files.createDirectories(root.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DatasetFiles delete(String file) {
        try {
            Files.delete(root.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Truncates a file to its first bytes. */
    public DatasetFiles cut(String file, int kept) {
        try {
            return bytes(file, java.util.Arrays.copyOf(Files.readAllBytes(root.resolve(file)), kept));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes two images per class, in both splits, of two classes. */
    public DatasetFiles splitFolders() {
        return gray("train/cat/a.png", 32, 10)
                .gray("train/cat/b.png", 32, 20)
                .gray("train/dog/a.png", 32, 30)
                .gray("train/dog/b.png", 32, 40)
                .gray("val/cat/c.png", 32, 50)
                .gray("val/dog/c.png", 32, 60);
    }

    /** Writes two records in each of the six files, with labels 0 and 1. */
    public DatasetFiles cifar10(String folder) {
        for (int batch = 1; batch <= 5; batch++) {
            bytes(folder + "data_batch_" + batch + ".bin", join(record(batch, 0), record(10 + batch, 1)));
        }
        return bytes(folder + "test_batch.bin", join(record(100, 1), record(101, 0)))
                .text(folder + "batches.meta.txt", "airplane\nautomobile\n\n");
    }

    public DatasetFiles cifar100(String folder) {
        return bytes(folder + "train.bin", join(record(1, 7, 2), record(2, 7, 0), record(3, 8, 1)))
                .bytes(folder + "test.bin", record(4, 9, 2))
                .text(folder + "fine_label_names.txt", "apple\naquarium_fish\nbaby\n")
                .text(folder + "coarse_label_names.txt", "fruit\n");
    }

    /** Returns the labels, then 1024 times the value, value + 1 and value + 2. */
    public static byte[] record(int value, int... labels) {
        byte[] record = new byte[labels.length + 3072];
        for (int i = 0; i < labels.length; i++) {
            record[i] = (byte) labels[i];
        }
        for (int i = 0; i < 3072; i++) {
            record[labels.length + i] = (byte) (value + i / 1024);
        }
        return record;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Writes three classes, of which two share the first word. */
    public DatasetFiles tinyImageNet() {
        text("wnids.txt", "n03\nn01\nn02\n");
        text("words.txt", "n01\tcrane, bird\nn02\tgoldfish, Carassius auratus\nn03\tcrane, machine\nn99\tnothing\n");
        for (String wnid : List.of("n01", "n02", "n03")) {
            for (int i = 0; i < 2; i++) {
                color("train/" + wnid + "/images/" + wnid + "_" + i + ".JPEG", 64, 64, 0xFF102030);
            }
            text("train/" + wnid + "/" + wnid + "_boxes.txt", "n01_0.JPEG\t0\t0\t1\t1\n");
        }
        for (int i = 0; i < 3; i++) {
            color("val/images/val_" + i + ".JPEG", 64, 64, 0xFF000000);
        }
        return text(
                "val/val_annotations.txt",
                "val_0.JPEG\tn03\t0\t0\t1\t1\nval_1.JPEG\tn01\t0\t0\t1\t1\nval_2.JPEG\tn02\t0\t0\t1\t1\n");
    }

    /** Packs files of this folder, by their names there, into a {@code .tar.gz}. */
    public DatasetFiles tarGz(String archive, String prefix, List<String> files) {
        try (OutputStream out = Files.newOutputStream(root.resolve(archive));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            for (String file : files) {
                byte[] content = Files.readAllBytes(root.resolve(file));
                TarArchiveEntry entry =
                        new TarArchiveEntry(prefix + Path.of(file).getFileName());
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the files below a folder, relative to this one, sorted. */
    List<String> filesIn(String folder) throws IOException {
        List<String> files = new ArrayList<>();
        try (var children = Files.list(root.resolve(folder))) {
            children.forEach(child -> files.add(root.relativize(child).toString()));
        }
        files.sort(null);
        return files;
    }
}
