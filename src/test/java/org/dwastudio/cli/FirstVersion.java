package org.dwastudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dwastudio.compute.ComputeConfigurations;
import org.dwastudio.engine.standard.StandardEngine;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.teacher.TeacherLibraries;
import org.dwastudio.weights.HalfPrecisionConverter;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.file.TensorFile;

/**
 * Folders that version 0.1.0 wrote ({@code first-version/MAKE.md}), copied to where a test may change them, and the
 * commands of this version on them.
 */
final class FirstVersion {
    private static final Path STORED = Path.of("src/test/resources/first-version");
    /** The folder in which they were written, as their experiments name it. */
    private static final Pattern WRITTEN_IN = Pattern.compile("/first-version((?:/[^\\s\"/]+)+)");

    private final Path folder;

    private FirstVersion(Path folder) {
        this.folder = folder;
    }

    /** Copies folders, and the dataset and the teacher that they name. */
    static FirstVersion copiedTo(Path target, String... folders) throws IOException {
        FirstVersion copy = new FirstVersion(target);
        for (String name :
                Stream.concat(Stream.of("dataset", "home"), Stream.of(folders)).toList()) {
            copy.copy(name);
        }
        return copy;
    }

    /** Returns a file or folder as it is stored. */
    static Path stored(String name) {
        return STORED.resolve(name);
    }

    /** Returns the place of a copied file or folder. */
    Path resolve(String name) {
        return folder.resolve(name);
    }

    private void copy(String name) throws IOException {
        try (Stream<Path> files = Files.walk(stored(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(STORED.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (file.toString().endsWith(".yaml")) {
                    Files.writeString(target, located(Files.readString(file)));
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private String located(String text) {
        return WRITTEN_IN
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        folder.resolve(found.group(1).substring(1)).toString()));
    }

    /** Runs a command that must succeed; returns what it printed. */
    String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new Commands(
                        () -> StandardEngine.withCache("0.2.0", resolve("cache")),
                        seconds -> {
                            throw new IllegalStateException("no window");
                        },
                        TeacherLibraries.in(resolve("home/dwa-studio")),
                        ComputeConfigurations.plain(folder),
                        Optional.empty(),
                        "0.2.0")
                .printingTo(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }

    /** Returns the pixels of all images below a folder, by their place in it. */
    static Map<String, ImageBatch> images(Path folder) throws IOException {
        Map<String, ImageBatch> images = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".png")).toList()) {
                images.put(folder.relativize(file).toString().replace('\\', '/'), PngFile.read(file));
            }
        }
        return images;
    }

    /** Returns the largest difference of two images of equal shape, in 1/255. */
    static int largestDifference(ImageBatch one, ImageBatch other) {
        assertThat(other.bytes()).hasSameSizeAs(one.bytes());
        int largest = 0;
        for (int i = 0; i < one.bytes().length; i++) {
            largest = Math.max(largest, Math.abs((one.bytes()[i] & 0xff) - (other.bytes()[i] & 0xff)));
        }
        return largest;
    }

    /** Returns the largest difference of the floats in the tensors of two files; all else must be equal. */
    static double largestDifference(Path one, Path other) throws IOException {
        Map<String, StoredTensor> left = TensorFile.read(one).tensors();
        Map<String, StoredTensor> right = TensorFile.read(other).tensors();
        assertThat(right.keySet()).isEqualTo(left.keySet());
        double largest = 0;
        for (Map.Entry<String, StoredTensor> tensor : left.entrySet()) {
            StoredTensor first = widened(tensor.getValue());
            ByteBuffer a = first.data();
            ByteBuffer b = widened(right.get(tensor.getKey())).data();
            assertThat(right.get(tensor.getKey()).dataType())
                    .as(tensor.getKey())
                    .isEqualTo(tensor.getValue().dataType());
            if (first.dataType() == DataType.FLOAT32) {
                assertThat(b.remaining()).as(tensor.getKey()).isEqualTo(a.remaining());
                while (a.hasRemaining()) {
                    largest = Math.max(largest, Math.abs(a.getFloat() - b.getFloat()));
                }
            } else {
                assertThat(b).as(tensor.getKey()).isEqualTo(a);
            }
        }
        return largest;
    }

    /** Soft labels are in half precision; their last digit depends on the processor, like that of other floats. */
    private static StoredTensor widened(StoredTensor tensor) {
        return HalfPrecisionConverter.of(tensor.dataType(), tensor.shape(), tensor.data());
    }

    /** Returns the rows of a CSV file without header, cut at the commas. */
    static List<List<String>> rows(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }
}
