package org.dwastudio.stage.synthesis.state;

import ai.djl.ndarray.types.DataType;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.teacher.Teacher;

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
        String problem = "";
        int classes = dataset.classNames().size();
        if (classes != teacher.config().classes()) {
            problem =
                    "tells " + teacher.config().classes() + " classes apart, but " + dataset.name() + " has " + classes;
        } else if (dataset.channels() != teacher.config().channels()) {
            problem = "looks at images of " + teacher.config().channels() + " channel(s), but those of "
                    + dataset.name() + " have " + dataset.channels();
        } else if (dataset.imageSize() != teacher.config().imageSize()) {
            problem = "looks at images of " + teacher.config().imageSize() + " pixels a side, but those of "
                    + dataset.name() + " have " + dataset.imageSize();
        }
        if (!problem.isEmpty()) {
            throw new IllegalArgumentException(
                    "The teacher " + problem + ". Please choose a teacher that was trained on this dataset.");
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
