package org.dwastudio.weights.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dwastudio.nn.WeightsCase;
import org.dwastudio.weights.WeightsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rejected files, each with a message that names the file, the position and the action to take. */
class BrokenWeightsTest {
    private static final String AGAIN = "; the file is broken or cut short. Please copy or download it again.";

    @TempDir
    private Path folder;

    @Test
    void aPickleThatRunsACommandIsRejectedByNameAndRunsNothing() {
        Path path = WeightsCase.file("broken/command.pth");
        assertThatThrownBy(() -> TensorFile.read(path))
                .isInstanceOf(WeightsException.class)
                .hasMessage(
                        path + ": it holds posix.system, which runs commands when Python opens the file. Nothing was"
                                + " run. Please do not use this file; ask its authors for one with weights only:"
                                + " torch.save(model.state_dict(), FILE).");
        assertThat(Path.of("weights-ran-a-command")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            complex.pth          | storage is of the unknown type torch.ComplexFloatStorage. Please save the weights as float32
            big-endian.pth       | its byte order is 'big', and only 'little' is read. Please load and save it
            no-tensors.pth       | no named tensors; its entries are 'epoch', 'args'. Please save
            two-networks.pth     | several sets of tensors: 'netD', 'netG'. Please save only the intended one
            missing-storage.pth  | tensor 'fc.weight': its values, entry 'archive/data/0', are missing; the file is broken
            short-storage.pth    | tensor 'fc.weight': its storage, entry 'archive/data/0', has 15 bytes where 16 are needed
            beyond-storage.pth   | tensor 'fc.weight': its shape [2, 2] needs more values than the 4 of its storage
            repeated.pth         | tensor 'fc.weight': its shape [100000, 100000] needs more values than the 4
            negative-size.pth    | tensor 'fc.weight': its description has -2 where a number of at least 0 belongs
            negative-stride.pth  | tensor 'fc.weight': its description has -1 where a number of at least 0 belongs
            absurd-shape.pth     | tensor 'fc.weight': its shape [1099511627776, 1099511627776] is absurd
            absurd-count.pth     | tensor 'fc.weight': its storage of 4611686018427387904 values is absurd
            few-strides.pth      | tensor 'fc.weight': its shape [2, 2] and strides [1] do not belong together
            objects.npz          | tensor 'names': it holds Python objects, and only numbers are read
            """)
    void aBrokenFileIsRejectedWithTheTensorAndTheReason(String name, String reason) {
        Path path = WeightsCase.file("broken/" + name);
        assertThatThrownBy(() -> TensorFile.read(path))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith(path + ": ")
                .hasMessageContaining(reason)
                .hasMessageContaining("Please");
    }

    @Test
    void aNumberOfNumPyAndAWholeModuleAreReadWithoutCreatingThem() throws WeightsException {
        WeightsFile numbers = WeightsFile.read(WeightsCase.file("broken/numpy-number.pth"));
        assertThat(numbers.groups().get(0).tensors()).containsOnlyKeys("fc.weight");
        assertThat(numbers.content().placeholders()).isEmpty();

        WeightsFile module = WeightsFile.read(WeightsCase.file("broken/whole-module.pth"));
        assertThat(module.groups().get(0).tensors()).containsOnlyKeys("0.weight", "0.bias");
        assertThat(module.content().placeholders()).contains("torch.nn.modules.container.Sequential");
    }

    @Test
    void anEmptyFileIsRejected() throws IOException {
        refused("empty.pth", new byte[0], ": it is empty" + AGAIN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <!DOCTYPE html><html>                       | this is a web page, not the linked file. Known are
            version https://git-lfs.example/spec/v1     | this is a pointer of Git LFS, not the file itself. Please run
            This is a text about weights of networks.   | unknown kind of file, or broken. Known are PyTorch's files
            """)
    void whatIsNoWeightsFileIsNamed(String content, String reason) throws IOException {
        refused("weights.pth", content.getBytes(StandardCharsets.UTF_8), reason);
    }

    @Test
    void aZipFileWithoutTensorsIsRejected() throws IOException {
        refused(
                "photos.zip",
                zipped("holiday/beach.jpg", new byte[10]),
                "'holiday/beach.jpg' is not a NumPy array. Known are");
    }

    @Test
    void aZipFileThatUnpacksToFarMoreThanItsSizeIsRejectedBeforeUnpacking() throws IOException {
        refused(
                "bomb.npz",
                zipped("weight.npy", new byte[80 << 20]),
                "would unpack to 83886080, which weights never do");
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32.pth", "scripted.pt", "legacy.pth", "legacy-checkpoint.bin", "float32.safetensors"})
    void aFileCutShortIsRejectedWhereverItEnds(String name) throws IOException {
        byte[] whole = Files.readAllBytes(WeightsCase.file(name));
        for (int length = 0; length < whole.length; length += 1 + length / 40) {
            refused(name, Arrays.copyOf(whole, length), "");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"float32.pth", "checkpoint.pth", "traced.pt", "legacy.pth", "float32.safetensors", "float32.npz"
            })
    void aDamagedFileIsReadOrRejectedWithAMessageButNeverCrashes(String name) throws IOException {
        byte[] whole = Files.readAllBytes(WeightsCase.file(name));
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k < 8; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Path path = Files.write(folder.resolve(name), damaged);
            try {
                TensorFile.read(path);
            } catch (WeightsException e) {
                assertThat(e).hasMessageStartingWith(path + ": ");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void overlappingTensorsOfASafetensorsFileAreRejected() throws IOException {
        refused(
                "a.safetensors",
                safetensors(
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                                + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}",
                        12),
                "the values of the tensors 'a' and 'b' overlap" + AGAIN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}                            | tensor 'a': its values lie outside of the file
            {"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}         | tensor 'a': shape (4294967296, 4294967296) is absurd
            {"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}                            | tensor 'a': it has a negative size (-2)
            {"a":{"dtype":"F32","shape":[null],"data_offsets":[0,4]}}                          | tensor 'a': dtype, shape or data_offsets is missing
            {"a":{"dtype":"F7","shape":[2],"data_offsets":[0,8]}}                              | tensor 'a':
            ["a"]                                                                              | its header is not a safetensors header
            """)
    void aBrokenSafetensorsHeaderIsRejectedWithTheTensor(String header, String reason) throws IOException {
        refused("a.safetensors", safetensors(header, 8), reason);
    }

    @Test
    void aSafetensorsHeaderLongerThanTheFileIsRejected() throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putLong(0, Long.MAX_VALUE);
        refused(
                "a.safetensors",
                bytes.put(8, (byte) '{').array(),
                "its header does not have the length it should" + AGAIN);
    }

    private void refused(String name, byte[] content, String reason) throws IOException {
        Path path = Files.write(folder.resolve(name), content);
        assertThatThrownBy(() -> TensorFile.read(path))
                .as("%d bytes", content.length)
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith(path + ": ")
                .hasMessageContaining(reason)
                .hasMessageContaining("Please");
    }

    private static byte[] safetensors(String header, int values) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + values)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .array();
    }

    private byte[] zipped(String name, byte[] content) throws IOException {
        Path path = folder.resolve("made.zip");
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return Files.readAllBytes(path);
    }
}
