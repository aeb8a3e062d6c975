package org.dwastudio.ui.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.engine.FeatureService;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.stage.inspection.RealSet;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.weights.numpy.FloatMatrixFile;

/** Features without a teacher: mean brightness of 4 × 4 parts of an image. */
public final class FakeFeatures implements FeatureService {
    private static final int PARTS = 4;

    private final ImageDataset dataset;
    private final List<ImageBatch> asked = new CopyOnWriteArrayList<>();
    private final List<DatasetConfig> opened = new CopyOnWriteArrayList<>();

    FakeFeatures(ImageDataset dataset) {
        this.dataset = dataset;
    }

    /** Returns the images whose features were requested, in order. */
    public List<ImageBatch> asked() {
        return asked;
    }

    /** Returns the datasets that were opened, in order. */
    public List<DatasetConfig> opened() {
        return opened;
    }

    @Override
    public CompletableFuture<RealSet> realSet(
            DatasetConfig config, TeacherConfig teacher, ProgressListener progress, CancellationToken token) {
        opened.add(config);
        try {
            Path file = Files.createTempFile("features", ".npy");
            file.toFile().deleteOnExit();
            int count = dataset.trainCount();
            ImageBatch images =
                    dataset.images(Split.TRAIN, IntStream.range(0, count).toArray());
            FloatMatrixFile.write(file, count, PARTS * PARTS, target -> target.add(of(images)));
            progress.progressed(count, count);
            return CompletableFuture.completedFuture(new RealSet(dataset, FloatMatrixFile.open(file)));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public CompletableFuture<FeatureMatrix> features(DatasetConfig config, TeacherConfig teacher, ImageBatch images) {
        asked.add(images);
        return CompletableFuture.completedFuture(new FeatureMatrix(images.count(), PARTS * PARTS, of(images)));
    }

    private static float[] of(ImageBatch images) {
        float[] means = new float[images.count() * PARTS * PARTS];
        int size = images.height() / PARTS;
        byte[] bytes = images.bytes();
        for (int image = 0; image < images.count(); image++) {
            for (int y = 0; y < size * PARTS; y++) {
                for (int x = 0; x < size * PARTS; x++) {
                    int pixel = (image * images.height() + y) * images.width() + x;
                    int part = (y / size) * PARTS + x / size;
                    means[image * PARTS * PARTS + part] += (bytes[pixel * images.channels()] & 0xFF) / 255F;
                }
            }
        }
        return means;
    }
}
