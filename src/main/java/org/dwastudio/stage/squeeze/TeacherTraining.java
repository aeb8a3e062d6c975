package org.dwastudio.stage.squeeze;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.squeeze.SqueezeSettings;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.event.RunListener;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.stage.RunControl;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherMetadata;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;

/** The first stage: from a dataset to a teacher that knows it. */
public final class TeacherTraining {
    private final NetworkCatalog catalog;

    public TeacherTraining(NetworkCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Builds the network that a dataset needs, trains it in float32, and describes it.
     *
     * @param from checkpoint to continue from; empty for the beginning
     * @param sink keeps the checkpoints
     * @param manager owns the teacher; closing it closes the teacher
     * @throws IllegalArgumentException when the configuration cannot be built or does not fit the dataset
     * @throws TrainingDivergedException when the loss is no longer a number
     * @throws IOException when a checkpoint cannot be kept
     */
    public TrainedTeacher run(
            TrainingTask task,
            Optional<TrainingCheckpoint> from,
            CheckpointSink sink,
            NDManager manager,
            RunControl control,
            RunListener listener)
            throws IOException {
        requireImagesOfEveryClass(task.dataset());
        TeacherTrainer trainer = new TeacherTrainer(task);
        Network network = catalog.build(task.network(), manager, DataType.FLOAT32, task.seed());
        try {
            if (from.isEmpty()) {
                task.start().ifPresent(start -> TrainingCheckpoint.restore(start.state(), network, manager));
            }
            TrainingOutcome outcome = trainer.train(network, from, sink, manager, control, listener);
            TeacherMetadata metadata = new TeacherMetadata(
                    task.network(),
                    task.dataset().name(),
                    task.dataset().classNames(),
                    task.normalization().mean(),
                    task.normalization().std(),
                    outcome.testAccuracy(),
                    recipe(task));
            return new TrainedTeacher(new Teacher(network, metadata), outcome);
        } catch (IOException | RuntimeException | Error failure) {
            network.close();
            throw failure;
        }
    }

    private static void requireImagesOfEveryClass(ImageDataset dataset) {
        List<String> names = dataset.classNames();
        for (int label = 0; label < names.size(); label++) {
            if (dataset.indicesOf(Split.TRAIN, label).length == 0) {
                throw new DescribedArgumentException(
                        Message.of("squeeze.emptyClass", names.get(label), dataset.name()));
            }
        }
        if (dataset.testCount() == 0) {
            throw new DescribedArgumentException(Message.of("squeeze.noTest", dataset.name()));
        }
    }

    private static Map<String, String> recipe(TrainingTask task) {
        SqueezeConfig config = task.config();
        Map<String, String> recipe = new TreeMap<>();
        for (Parameter<SqueezeConfig> parameter : SqueezeSettings.parameters()) {
            double value = parameter.in(config);
            recipe.put(
                    parameter.key(),
                    parameter.range().integer() ? Long.toString((long) value) : Double.toString(value));
        }
        recipe.remove(SqueezeConfig.WIDTH.key());
        recipe.put("nesterov", Boolean.toString(config.optimizer().nesterov()));
        recipe.put("schedule", config.optimizer().schedule().name());
        recipe.put("crop", config.augmentation().crop().name());
        recipe.put("horizontalFlip", Boolean.toString(config.augmentation().horizontalFlip()));
        if (!config.startFrom().isEmpty()) {
            recipe.put("startFrom", config.startFrom().replaceFirst("^.*[/\\\\]", ""));
        }
        recipe.put("seed", Long.toString(task.seed()));
        recipe.put("datasetFingerprint", task.dataset().fingerprint());
        return recipe;
    }
}
