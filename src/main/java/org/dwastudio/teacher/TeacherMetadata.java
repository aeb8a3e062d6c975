package org.dwastudio.teacher;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.image.Normalization;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;
import org.dwastudio.weights.safetensors.SafetensorsFormat;

/**
 * Metadata of a teacher's file.
 *
 * @param network configuration of the network
 * @param dataset name of the training dataset
 * @param classNames one per class, in the order of the logits
 * @param mean per-channel mean of the training images, with pixels in 0 … 1
 * @param std per-channel standard deviation of the training images
 * @param testAccuracy share of the test split that is classified correctly, 0 … 1; NaN if not measured
 * @param extra further free text
 */
public record TeacherMetadata(
        NetworkConfig network,
        String dataset,
        List<String> classNames,
        List<Double> mean,
        List<Double> std,
        double testAccuracy,
        Map<String, String> extra) {

    public TeacherMetadata {
        classNames = List.copyOf(classNames);
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        extra = Collections.unmodifiableMap(new TreeMap<>(extra));
        if (classNames.size() != network.classes()) {
            throw new DescribedArgumentException(Message.of("teacher.names", classNames.size(), network.classes()));
        }
        if (mean.size() != network.channels() || std.size() != network.channels()) {
            throw new DescribedArgumentException(
                    Message.of("teacher.normalization", network.channels(), mean.size(), std.size()));
        }
        if (!mean.stream().allMatch(Double::isFinite)
                || !std.stream().allMatch(value -> Double.isFinite(value) && value > 0)) {
            throw new DescribedArgumentException(Message.of("teacher.finite", mean, std));
        }
        if (testAccuracy < 0 || testAccuracy > 1) {
            throw new DescribedArgumentException(Message.of("teacher.accuracy", testAccuracy));
        }
    }

    /**
     * Reads the metadata of a file.
     *
     * @throws WeightsException if a field is missing or invalid
     */
    public static TeacherMetadata of(TensorFile file) throws WeightsException {
        return TeacherMetadataText.parse(file.path(), file.metadata());
    }

    /**
     * Reads the metadata of a safetensors file without its tensors.
     *
     * @throws WeightsException if the file is missing or broken, or is not a teacher
     */
    public static TeacherMetadata read(Path path) throws WeightsException {
        return TeacherMetadataText.parse(path, SafetensorsFormat.metadata(path));
    }

    /** Returns the same metadata with the class names as a dataset spells them. */
    TeacherMetadata withClassNames(List<String> names) {
        return new TeacherMetadata(network, dataset, names, mean, std, testAccuracy, extra);
    }

    /** Returns the same metadata with another accuracy. */
    TeacherMetadata withTestAccuracy(double accuracy) {
        return new TeacherMetadata(network, dataset, classNames, mean, std, accuracy, extra);
    }

    /** Returns a copy with another test accuracy and other free text. */
    public TeacherMetadata with(double accuracy, Map<String, String> text) {
        return new TeacherMetadata(network, dataset, classNames, mean, std, accuracy, text);
    }

    /** Returns a copy with the normalization of other images. */
    public TeacherMetadata with(Normalization other) {
        return new TeacherMetadata(network, dataset, classNames, other.mean(), other.std(), testAccuracy, extra);
    }

    /** Returns the normalization that the teacher was trained with. */
    public Normalization normalization() {
        return new Normalization(mean, std);
    }

    /** Returns true if the metadata of a file is that of a teacher, valid or not. */
    static boolean isIn(Map<String, String> text) {
        return text.containsKey("architecture");
    }

    /** Returns the metadata as the free text of a safetensors file. */
    public Map<String, String> toText() {
        return TeacherMetadataText.format(this);
    }
}
