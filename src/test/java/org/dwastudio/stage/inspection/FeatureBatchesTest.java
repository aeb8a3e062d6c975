package org.dwastudio.stage.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.stage.synthesis.TinyWorld;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FeatureBatchesTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private final List<Integer> sizes = new ArrayList<>();
    private final FeatureBatches batches = new FeatureBatches(new FeatureModel("weights", "gray", 2, 4), this::compute);

    @Test
    void theLastBatchIsSmallerAndRowsAreInOrder() throws IOException {
        FeatureMatrix features = batches.of(10, FeatureBatchesTest::pixels, CancellationToken.NONE);

        assertThat(sizes).containsExactly(4, 4, 2);
        assertThat(features.rows()).isEqualTo(10);
        assertThat(features.select(9, 0, 4).values()).containsExactly(9, -9, 0, -0F, 4, -4);
    }

    @Test
    void progressCountsImages() throws IOException {
        List<Long> seen = new ArrayList<>();

        batches.addTo(
                values -> {},
                10,
                FeatureBatchesTest::pixels,
                (done, total) -> seen.add(100 * done + total),
                CancellationToken.NONE);

        assertThat(seen).containsExactly(410L, 810L, 1010L);
    }

    @Test
    void aCancellationEndsTheComputationBeforeTheNextBatch() {
        assertThatThrownBy(() -> batches.of(10, FeatureBatchesTest::pixels, () -> sizes.size() == 2))
                .isInstanceOf(CancellationException.class)
                .hasMessage("The inspection was stopped.");

        assertThat(sizes).containsExactly(4, 4);
    }

    @Test
    void aFailureOfTheComputationIsPassedOn() {
        FeatureBatches failing = new FeatureBatches(batches.model(), batch -> {
            throw new IOException("no memory");
        });

        assertThatThrownBy(() -> failing.addTo(
                        values -> {}, 3, FeatureBatchesTest::pixels, ProgressListener.NONE, CancellationToken.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("no memory");
    }

    @Test
    void theModelCoversWeightsAndNormalization() {
        FeatureModel model = model(TinyWorld.NORMALIZATION);
        FeatureModel brighter = model(new Normalization(List.of(0.5), List.of(0.2)));

        Network network = TinyWorld.teacher(tensors.manager(), DataType.FLOAT32);
        ImageBatch one =
                new ImageBatch(1, TinyWorld.SIZE, TinyWorld.SIZE, 1, new byte[TinyWorld.SIZE * TinyWorld.SIZE]);
        long columns = network.features(TinyWorld.NORMALIZATION.toTensor(tensors.manager(), one, DataType.FLOAT32))
                .getShape()
                .get(1);
        assertThat(model.columns()).isEqualTo((int) columns).isPositive();
        assertThat(model.batchSize()).isPositive();
        assertThat(brighter.fingerprint()).isEqualTo(model.fingerprint());
        assertThat(brighter.conversion()).isNotEqualTo(model.conversion());
    }

    private FeatureModel model(Normalization normalization) {
        Network network = TinyWorld.teacher(tensors.manager(), DataType.FLOAT32);
        Teacher teacher = new Teacher(
                network,
                new TeacherMetadata(
                        network.config(),
                        "tiny",
                        List.of("one", "two", "three"),
                        normalization.mean(),
                        normalization.std(),
                        0.9,
                        Map.of()));
        return FeatureModel.of(teacher, new TeacherFeatures(teacher, tensors.manager()));
    }

    /** Returns each pixel and its negative. */
    private float[] compute(ImageBatch batch) {
        sizes.add(batch.count());
        float[] features = new float[2 * batch.count()];
        for (int i = 0; i < batch.count(); i++) {
            features[2 * i] = batch.bytes()[i];
            features[2 * i + 1] = -features[2 * i];
        }
        return features;
    }

    /** Returns images of one pixel, whose level is their index. */
    private static ImageBatch pixels(int... indices) {
        byte[] bytes = new byte[indices.length];
        for (int i = 0; i < indices.length; i++) {
            bytes[i] = (byte) indices[i];
        }
        return new ImageBatch(indices.length, 1, 1, 1, bytes);
    }
}
