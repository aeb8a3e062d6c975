package org.dwastudio.stage.synthesis.state;

import ai.djl.ndarray.types.DataType;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;

/**
 * Inputs of a synthesis.
 *
 * @param teacher in the number format of the computation; never modified
 * @param normalization normalization of the teacher's training images
 * @param dataset dataset whose training images serve as start images and as reference
 */
public record SynthesisInputs(Network teacher, Normalization normalization, ImageDataset dataset) {

    /**
     * Checks that teacher and dataset match.
     *
     * @throws IllegalArgumentException if they differ in classes, channels or image size
     */
    public SynthesisInputs {
        int classes = dataset.classNames().size();
        require("synthesis.teacherClasses", teacher.config().classes(), dataset.name(), classes);
        require("synthesis.teacherChannels", teacher.config().channels(), dataset.name(), dataset.channels());
        require("synthesis.teacherSize", teacher.config().imageSize(), dataset.name(), dataset.imageSize());
    }

    private static void require(String key, int expected, String dataset, int found) {
        if (found != expected) {
            throw new DescribedArgumentException(Message.of(key, expected, dataset, found));
        }
    }

    /** Returns the inputs with the normalization of a teacher. */
    public static SynthesisInputs of(Teacher teacher, ImageDataset dataset) {
        return new SynthesisInputs(teacher.network(), teacher.metadata().normalization(), dataset);
    }

    /** Returns the number format of all tensors of a synthesis. */
    public static DataType dataType(SynthesisConfig config) {
        return config.execution().precision() == Execution.Precision.FLOAT64 ? DataType.FLOAT64 : DataType.FLOAT32;
    }

    public int classes() {
        return dataset.classNames().size();
    }
}
