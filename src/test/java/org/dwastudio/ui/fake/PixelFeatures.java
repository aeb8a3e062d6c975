package org.dwastudio.ui.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
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

/** Features that are the pixels themselves, 0 to 1. Answers at once, or when the test wants it. */
public final class PixelFeatures implements FeatureService {
    private final ImageDataset dataset;
    private final Path file;
    private final List<ImageBatch> asked = new ArrayList<>();
    private final List<CompletableFuture<FeatureMatrix>> waiting = new ArrayList<>();
    private final CompletableFuture<RealSet> held = new CompletableFuture<>();
    private boolean holding;
    private boolean holdingRealSet;

    /** @param file place of the features of the real images */
    PixelFeatures(ImageDataset dataset, Path file) {
        this.dataset = dataset;
        this.file = file;
    }

    /** Returns the images whose features were requested, in order. */
    public List<ImageBatch> asked() {
        return asked;
    }

    /** Returns the numbers of images that were requested together, in order. */
    public List<Integer> counts() {
        return asked.stream().map(ImageBatch::count).toList();
    }

    /** Keeps all further questions until {@link #answer()} or {@link #fail()}. */
    public void hold() {
        holding = true;
    }

    /** Keeps the next request for the real images until {@link #cancelRealSet()}. */
    public void holdRealSet() {
        holdingRealSet = true;
    }

    /** Cancels the computation of the features of the real images. */
    public void cancelRealSet() {
        held.completeExceptionally(new CancellationException());
        holdingRealSet = false;
    }

    /** Returns true if a question waits. */
    public boolean isAsked() {
        return !waiting.isEmpty();
    }

    /** Answers the oldest question that waits. */
    public void answer() {
        int index = asked.size() - waiting.size();
        waiting.remove(0).complete(of(asked.get(index)));
    }

    /** Fails the oldest question that waits. */
    public void fail() {
        waiting.remove(0).completeExceptionally(new IOException("no memory"));
    }

    @Override
    public CompletableFuture<RealSet> realSet(
            DatasetConfig config, TeacherConfig teacher, ProgressListener progress, CancellationToken token) {
        if (holdingRealSet) {
            return held;
        }
        int count = dataset.trainCount();
        FeatureMatrix features =
                of(dataset.images(Split.TRAIN, IntStream.range(0, count).toArray()));
        try {
            FloatMatrixFile.write(file, count, features.columns(), target -> target.add(features.values()));
            return CompletableFuture.completedFuture(new RealSet(dataset, FloatMatrixFile.open(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CompletableFuture<FeatureMatrix> features(DatasetConfig config, TeacherConfig teacher, ImageBatch images) {
        asked.add(images);
        if (holding) {
            waiting.add(new CompletableFuture<>());
            return waiting.get(waiting.size() - 1);
        }
        return CompletableFuture.completedFuture(of(images));
    }

    /** Returns the features of some images. */
    public static FeatureMatrix of(ImageBatch images) {
        byte[] bytes = images.bytes();
        float[] values = new float[bytes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (bytes[i] & 0xFF) / 255F;
        }
        return new FeatureMatrix(images.count(), values.length / images.count(), values);
    }
}
