package org.dwastudio.stage.squeeze;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.Source;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.image.Normalization;
import org.dwastudio.stage.StageServices;
import org.dwastudio.teacher.OtherClassesException;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;
import org.dwastudio.weights.StoredTensor;

/**
 * Weights that a training starts from instead of random ones.
 *
 * @param state tensors of the network; without those of the last layer if the classes differ
 * @param normalization normalization of the images that the weights were trained with
 * @param newHead true if the last layer is left to random weights
 */
public record StartWeights(Map<String, StoredTensor> state, Normalization normalization, boolean newHead) {
    /** Weight and bias of the last layer. */
    private static final int HEAD_TENSORS = 2;

    /**
     * Reads the weights of an experiment.
     *
     * @param wanted the network that is trained
     * @return empty if the training starts from random weights
     * @throws IllegalArgumentException if they are those of another network
     * @throws IOException if they cannot be read
     */
    static Optional<StartWeights> of(Experiment experiment, NetworkConfig wanted, StageServices services)
            throws IOException {
        String source = experiment.squeeze().startFrom();
        if (source.isEmpty()) {
            return Optional.empty();
        }
        TeacherConfig config = new TeacherConfig(Source.expanded(source), Optional.empty(), false);
        try (Teacher teacher = services.openTeacher(config, experiment.dataset(), DataType.FLOAT32)) {
            boolean newHead = teacher.metadata().network().classes() != wanted.classes();
            return Optional.of(of(source, teacher, wanted, newHead));
        } catch (OtherClassesException e) {
            TeacherConfig others = config.withOtherClasses(true);
            try (Teacher teacher = services.openTeacher(others, experiment.dataset(), DataType.FLOAT32)) {
                return Optional.of(of(source, teacher, wanted, true));
            }
        }
    }

    private static StartWeights of(String source, Teacher teacher, NetworkConfig wanted, boolean newHead) {
        NetworkConfig found = teacher.metadata().network();
        if (!fits(found, wanted)) {
            throw new DescribedArgumentException(
                    Message.of("squeeze.startNetwork", source, found.description(), wanted.description()));
        }
        Map<String, StoredTensor> state =
                new LinkedHashMap<>(StoredTensor.copiesOf(teacher.network().state()));
        if (newHead) {
            List<String> names = new ArrayList<>(state.keySet());
            state.keySet().removeAll(names.subList(names.size() - HEAD_TENSORS, names.size()));
        }
        return new StartWeights(state, teacher.metadata().normalization(), newHead);
    }

    private static boolean fits(NetworkConfig found, NetworkConfig wanted) {
        return found.architecture().equals(wanted.architecture())
                && found.width() == wanted.width()
                && found.stem() == wanted.stem()
                && found.channels() == wanted.channels()
                && found.imageSize() == wanted.imageSize();
    }
}
