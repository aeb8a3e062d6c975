package org.dwastudio.attack;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.ImageFile;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.WeightsCase;
import org.dwastudio.nn.torch.TorchEngine;
import org.dwastudio.run.ImageOrigin;
import org.dwastudio.stage.checkpoint.ChecksummedTensorFile;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherFingerprint;
import org.dwastudio.teacher.TeacherMetadata;
import org.dwastudio.weights.file.TensorFile;
import org.dwastudio.weights.file.WeightsFile;

/** Table of the files whose formats have checksums. */
final class ChecksummedFiles {
    private static final int FORMAT = 9;
    /** Parquet has checksums for pages, but none for the description of the columns behind them. */
    private static final int PARQUET_FOOTER = 1330;

    private static final int MOST_HELD = 64 << 20;

    private ChecksummedFiles() {}

    static List<ChecksummedFile> all() {
        return Stream.of(
                        List.of(teacher()),
                        tensors(),
                        Stream.of("float32.pth", "strided.pth", "checkpoint.pth", "traced.pt", "float32.npz")
                                .map(ChecksummedFiles::weights)
                                .toList(),
                        datasets(),
                        images())
                .flatMap(List::stream)
                .toList();
    }

    private static ChecksummedFile teacher() {
        return ChecksummedFile.of(
                "teacher", StoredTensorReaders::teacher, StoredTensorReaders.TEACHER, (folder, scratch) -> {
                    try (NDManager manager = TorchEngine.load().newManager();
                            Teacher teacher = Teacher.read(
                                    folder.resolve(StoredTensorReaders.TEACHER),
                                    new NetworkCatalog(),
                                    manager,
                                    DataType.FLOAT32)) {
                        return List.of(TeacherFingerprint.of(teacher.network()), withoutChecksum(teacher.metadata()));
                    }
                });
    }

    /** Returns metadata without the checksum, which is one more free text if a bit of its key is flipped. */
    private static TeacherMetadata withoutChecksum(TeacherMetadata metadata) {
        Map<String, String> text = new TreeMap<>(metadata.extra());
        text.values().removeIf(value -> value.matches("[0-9a-f]{8}"));
        return metadata.with(metadata.testAccuracy(), text);
    }

    private static List<ChecksummedFile> tensors() {
        return Stream.of(
                        "squeeze-interrupted/checkpoints/epoch-00015.safetensors",
                        "synthesis-interrupted/synthesis-checkpoints/step-000000360.safetensors",
                        "evaluation-interrupted/run/evaluation/convnet3-w8-759dfaee/checkpoints/random-real-soft-0/"
                                + "step-000000007.safetensors",
                        "run-finished/distilled/soft-labels/d4e627a1/epoch-00000.safetensors")
                .map(ChecksummedFiles::tensors)
                .toList();
    }

    private static ChecksummedFile tensors(String stored) {
        String name = "a.safetensors";
        return ChecksummedFile.of(
                stored.replaceFirst("/.*/", " "),
                folder -> Files.copy(RunReaders.FIRST_VERSION.resolve(stored), folder.resolve(name)),
                name,
                (folder, scratch) -> ChecksummedTensorFile.read(folder.resolve(name), FORMAT));
    }

    private static ChecksummedFile weights(String name) {
        return ChecksummedFile.of(
                "weights " + name,
                folder -> Files.copy(WeightsCase.file(name), folder.resolve(name)),
                name,
                (folder, scratch) -> WeightsFile.read(folder.resolve(name)).groups().stream()
                        .map(TensorFile::tensors)
                        .toList());
    }

    private static List<ChecksummedFile> datasets() {
        return List.of(
                dataset("IDX with gzip", folder -> PackedSeeds.idx(folder, true), "", "train-images-idx3-ubyte.gz"),
                dataset(
                        "IDX labels with gzip",
                        folder -> PackedSeeds.idx(folder, true),
                        "",
                        "train-labels-idx1-ubyte.gz"),
                dataset("npz of images", PackedSeeds::npz, "images.npz", "images.npz"),
                dataset(
                        "tar.gz of CIFAR-10",
                        PackedSeeds::cifarArchive,
                        "cifar-10-binary.tar.gz",
                        "cifar-10-binary.tar.gz"),
                dataset(
                        "tar.gz of folders",
                        folder -> PackedSeeds.tar(folder, "images.tar.gz"),
                        "images.tar.gz",
                        "images.tar.gz"),
                dataset(
                        "zip of folders",
                        folder -> ArchiveSeeds.zip(folder.resolve("images.zip")),
                        "images.zip",
                        "images.zip"),
                dataset(
                                "Parquet with checksums",
                                folder -> PackedSeeds.parquet(folder, "ways/checksums.parquet"),
                                "rows.parquet",
                                "rows.parquet")
                        .withoutEnd(PARQUET_FOOTER),
                dataset(
                                "image of an export",
                                ProgramReaders::export,
                                ProgramReaders.EXPORT,
                                ProgramReaders.EXPORT + "/Bag/00.png")
                        .slow(20));
    }

    private static ChecksummedFile dataset(String name, ForeignReader.Seed seed, String source, String target) {
        return ChecksummedFile.of(name, seed, target, (folder, scratch) -> {
            DatasetSource dataset = new DatasetCatalog(MOST_HELD, () -> scratch)
                    .openAll(new DatasetConfig(folder.resolve(source).toString()));
            return List.of(
                    dataset.classNames(),
                    images(dataset.train()),
                    images(dataset.test()),
                    dataset.validation().isPresent());
        });
    }

    private static List<Object> images(ImageSource source) throws IOException {
        List<Object> images = new ArrayList<>();
        for (int i = 0; i < source.count(); i++) {
            images.add(source.label(i));
            images.add(pixels(source.readOrExplain(i)));
        }
        return images;
    }

    private static List<ChecksummedFile> images() {
        return List.of(
                ChecksummedFile.of(
                        "image of a run",
                        folder -> Files.copy(
                                RunReaders.FIRST_VERSION.resolve("tuned/images/00_bar/00.png"),
                                folder.resolve("a.png")),
                        "a.png",
                        (folder, scratch) -> {
                            Path file = folder.resolve("a.png");
                            Optional<ImageOrigin> origin = ImageOrigin.read(file);
                            return List.of(pixels(PngFile.read(file)), origin);
                        }),
                ChecksummedFile.of(
                        "PNG of a dataset",
                        folder -> Files.copy(
                                RunReaders.FIRST_VERSION.resolve("dataset/train/bar/00.png"), folder.resolve("a.png")),
                        "a.png",
                        (folder, scratch) -> pixels(new ImageFile(folder.resolve("a.png")).read(0))));
    }

    private static List<Object> pixels(ImageBatch image) throws IOException {
        return List.of(image.width(), image.height(), image.channels(), Arrays.hashCode(image.bytes()));
    }
}
