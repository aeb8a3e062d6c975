package org.dwastudio.stage.relabel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.config.StageName;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageException;
import org.dwastudio.text.Message;
import org.dwastudio.train.batch.AugmentedBatch;
import org.dwastudio.train.batch.StudentBatch;
import org.dwastudio.train.batch.StudentBatches;
import org.dwastudio.train.label.EpochLabels;
import org.dwastudio.train.label.SoftLabelFolder;
import org.dwastudio.weights.StoredTensor;

/**
 * Labeling of a distilled set: computes the teacher's logits for every augmented image, epoch by epoch, and stores each
 * epoch once it is complete.
 *
 * @param teacher in float32; carries no gradients
 * @param normalization the teacher's
 * @param batches the augmented batches: those of the first student
 * @param folder where the labels are stored
 */
public record SoftLabeler(
        Network teacher, Normalization normalization, StudentBatches batches, SoftLabelFolder folder) {
    private static final double LARGEST_HALF = 65504;

    /**
     * Labels the missing epochs.
     *
     * @param missing indices of the missing epochs, ascending
     * @param epochs number of epochs of the whole set
     * @param control checked before every step
     * @return the number of labeled epochs; fewer than missing when the run was canceled
     * @throws StageException when a logit exceeds the range of half precision
     * @throws IOException when an epoch cannot be stored
     */
    public int run(List<Integer> missing, int epochs, NDManager manager, RunControl control, RunListener listener)
            throws IOException {
        int perEpoch = batches.perEpoch();
        listener.onEvent(new RunEvent.StageStarted(
                StageName.RELABEL,
                (long) missing.size() * perEpoch,
                batches.dataset().classNames(),
                Instant.now()));
        int made = 0;
        boolean cancelled = false;
        try (OrderedPrefetch<?, StudentBatch> left = batches.epochs(missing, PrefetchPolicy.ofThisMachine())) {
            while (made < missing.size() && !cancelled) {
                int epoch = missing.get(made);
                Answers answers =
                        new Answers(batches.imagesPerEpoch(), teacher.config().classes());
                for (int step = 0; step < perEpoch && !cancelled; step++) {
                    cancelled = !control.proceed();
                    if (!cancelled) {
                        answers.add(left.next(), manager);
                        listener.onEvent(new RunEvent.Progress(
                                StageName.RELABEL,
                                epoch,
                                step + 1,
                                perEpoch,
                                epochs,
                                (long) made * perEpoch + step + 1,
                                (long) missing.size() * perEpoch));
                    }
                }
                if (!cancelled) {
                    folder.keep(epoch, answers.labels());
                    made++;
                }
            }
        }
        listener.onEvent(new RunEvent.StageFinished(StageName.RELABEL, cancelled, Instant.now()));
        return made;
    }

    /** The teacher's logits of one epoch. */
    private final class Answers {
        private final List<AugmentedBatch> augmented = new ArrayList<>();
        private final ByteBuffer logits;
        private final Shape shape;

        Answers(int images, int classes) {
            shape = new Shape(images, classes);
            logits = ByteBuffer.allocate(Math.multiplyExact(images, classes * Short.BYTES))
                    .order(ByteOrder.LITTLE_ENDIAN);
        }

        void add(StudentBatch batch, NDManager manager) {
            try (NDManager scope = manager.newSubManager()) {
                NDArray answers = teacher.logits(batch.images(scope, normalization));
                float largest =
                        answers.abs().max().toType(DataType.FLOAT32, false).getFloat();
                if (!(largest <= LARGEST_HALF)) {
                    throw new StageException(Message.of("relabel.logits", largest));
                }
                logits.put(answers.toType(DataType.FLOAT16, false).toByteBuffer());
                augmented.add(batch.augmented());
            }
        }

        EpochLabels labels() {
            return new EpochLabels(augmented, new StoredTensor(DataType.FLOAT16, shape, logits.flip()));
        }
    }
}
