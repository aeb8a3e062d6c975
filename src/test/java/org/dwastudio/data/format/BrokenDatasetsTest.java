package org.dwastudio.data.format;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.DatasetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken datasets, each rejected with a message that names the file, the position and the remedy. */
class BrokenDatasetsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aBrokenDatasetIsRejectedWithAMessage(
            String what, Consumer<DatasetFiles> damage, String source, String file, List<String> words) {
        damage.accept(new DatasetFiles(folder));

        assertThatThrownBy(() -> new DatasetCatalog()
                        .load(new DatasetConfig(folder.resolve(source).toString())))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(folder.resolve(file).toString())
                .hasMessageContainingAll(words.toArray(String[]::new))
                .hasMessageContaining("lease ");
    }

    @Test
    void annotationsInAnotherEncodingAreRefusedWithTheirFile() {
        new DatasetFiles(folder).tinyImageNet().bytes("val/val_annotations.txt", new byte[] {'v', (byte) 0xE9});

        assertThatThrownBy(() -> new DatasetCatalog().load(new DatasetConfig(folder.toString())))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(
                        folder.resolve("val/val_annotations.txt") + ": the file is not UTF-8 text; save it as UTF-8");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                broken("nothing there", files -> {}, "nowhere", "nowhere", "There is no folder or file"),
                broken(
                        "a file of another kind",
                        files -> files.text("notes.txt", "x"),
                        "notes.txt",
                        "notes.txt",
                        "is a file"),
                broken("an empty folder", files -> files.folder("x"), "x", "x", "found no dataset"),
                broken(
                        "folders without images",
                        files -> files.text("x/a/b.txt", ""),
                        "x",
                        "x",
                        "such as a, hold no images"),
                broken(
                        "CIFAR for Python that ends early",
                        files -> files.text("data_batch_1", "").text("batches.meta", ""),
                        "",
                        "batches.meta",
                        "it ends in the middle"),
                broken(
                        "a NumPy archive that is none",
                        files -> files.text("a.npz", "hello"),
                        "a.npz",
                        "a.npz",
                        "is no NumPy archive"),
                broken(
                        "a CIFAR file that ends early",
                        files -> files.cifar10("").cut("data_batch_3.bin", 3073 + 17),
                        "",
                        "data_batch_3.bin",
                        "3090 bytes",
                        "not a multiple of the 3073",
                        "record 1 (from 0, at byte 3073)"),
                broken(
                        "CIFAR-100 with the records of CIFAR-10",
                        files -> files.cifar100("").bytes("train.bin", DatasetFiles.record(1, 0)),
                        "",
                        "train.bin",
                        "not a multiple of the 3074"),
                broken(
                        "an empty CIFAR file",
                        files -> files.cifar10("").bytes("test_batch.bin", new byte[0]),
                        "",
                        "test_batch.bin",
                        "the file is empty"),
                broken(
                        "a CIFAR label out of range",
                        files -> files.cifar10("")
                                .bytes(
                                        "data_batch_2.bin",
                                        DatasetFiles.join(DatasetFiles.record(1, 1), DatasetFiles.record(1, 2))),
                        "",
                        "data_batch_2.bin",
                        "record 1 (from 0, at byte 3073) has the label 2, expected 0 to 1"),
                broken(
                        "a missing CIFAR batch",
                        files -> files.cifar10("").delete("data_batch_4.bin"),
                        "",
                        "",
                        "found no data_batch_4.bin"),
                broken(
                        "CIFAR without class names",
                        files -> files.cifar10("").text("batches.meta.txt", "\n"),
                        "",
                        "batches.meta.txt",
                        "found 0 class names"),
                broken(
                        "an archive that ends early",
                        files -> archive(files).cut("cifar-10-binary.tar.gz", 100),
                        "cifar-10-binary.tar.gz",
                        "cifar-10-binary.tar.gz",
                        "the file ends too early",
                        "at "),
                broken(
                        "an archive that lacks a batch",
                        files -> files.cifar10("x/").tarGz("a.tar.gz", "", List.of("x/batches.meta.txt")),
                        "a.tar.gz",
                        "a.tar.gz",
                        "found no data_batch_1.bin"),
                broken(
                        "Tiny-ImageNet without annotations",
                        files -> files.tinyImageNet().delete("val/val_annotations.txt"),
                        "",
                        "val/val_annotations.txt",
                        "no such file"),
                broken(
                        "an annotation of an unknown file",
                        files -> files.tinyImageNet()
                                .text("val/val_annotations.txt", "val_0.JPEG\tn01\nval_7.JPEG\tn01\n"),
                        "",
                        "val/val_annotations.txt",
                        "line 2",
                        "no file val_7.JPEG"),
                broken(
                        "an annotation with an unknown class",
                        files -> files.tinyImageNet().text("val/val_annotations.txt", "val_0.JPEG\tn44\n"),
                        "",
                        "val/val_annotations.txt",
                        "line 1",
                        "no class n44"),
                broken(
                        "an annotation without a class",
                        files -> files.tinyImageNet().text("val/val_annotations.txt", "\nval_0.JPEG n01\n"),
                        "",
                        "val/val_annotations.txt",
                        "line 2",
                        "expected a file name, a tab and a class"),
                broken(
                        "a validation image without annotation",
                        files -> files.tinyImageNet().text("val/val_annotations.txt", "val_0.JPEG\tn01\n"),
                        "",
                        "val/val_annotations.txt",
                        "no line contains the class of val/images/val_1.JPEG"),
                broken(
                        "a class of wnids.txt without a folder",
                        files -> files.tinyImageNet().text("wnids.txt", "n01\nn02\nn03\nn04\n"),
                        "",
                        "train",
                        "lacks 1 of the classes",
                        "n04"),
                broken(
                        "images without class folders",
                        files -> files.gray("a.png", 8, 1),
                        "",
                        "",
                        "found images, but no class folders"),
                broken("only one class", files -> files.gray("cat/a.png", 8, 1), "", "", "found only one class, cat"),
                broken(
                        "train without classes",
                        files -> files.folder("train").folder("val"),
                        "",
                        "train",
                        "no class folders"),
                broken(
                        "splits with different classes",
                        files -> files.splitFolders().gray("val/cow/a.png", 32, 1),
                        "",
                        "train",
                        "lacks 1 of the classes of",
                        "cow"),
                broken(
                        "classes of one image",
                        files -> files.gray("cat/a.png", 8, 1).gray("dog/a.png", 8, 1),
                        "",
                        "",
                        "no class has more than one image"),
                broken(
                        "a text that is called an image",
                        files -> files.splitFolders().text("train/dog/c.png", "hello"),
                        "",
                        "train/dog/c.png",
                        "not a readable image",
                        "skipUnreadable"),
                broken(
                        "an image that ends early",
                        files -> files.splitFolders().cut("val/dog/c.png", 50),
                        "",
                        "val/dog/c.png",
                        "ends too early",
                        "remove or replace it"));
    }

    private static DatasetFiles archive(DatasetFiles files) {
        return files.cifar10("x/")
                .tarGz("cifar-10-binary.tar.gz", "", List.of("x/data_batch_1.bin", "x/batches.meta.txt"));
    }

    private static Arguments broken(
            String what, Consumer<DatasetFiles> damage, String source, String file, String... words) {
        return Arguments.of(what, damage, source, file, List.of(words));
    }
}
