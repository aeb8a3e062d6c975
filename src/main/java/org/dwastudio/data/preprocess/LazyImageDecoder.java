package org.dwastudio.data.preprocess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.dwastudio.data.ImageSource;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.task.DaemonThreads;

/** Decoder of images on demand, several at a time on its own background threads; decoded images are kept if they fit. */
final class LazyImageDecoder implements PreprocessedImages {
    private static final int IDLE_SECONDS = 10;
    /** Parts per thread, so that one with large images does not delay the others. */
    private static final int PARTS = 4;

    private final ImageFormat format;
    private final DecodedImages decoded;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final ThreadPoolExecutor pool;

    /**
     * Creates a decoder.
     *
     * @param edit change of the converted images
     */
    LazyImageDecoder(ImageSource images, ImageFormat format, PixelEdit edit, PixelBudget budget) {
        this.format = format;
        decoded = new DecodedImages(
                images.count(), index -> edit.apply(image(images, format, index), index), budget);
        pool = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new DaemonThreads("dwa-decoder"));
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public ImageBatch images(int... indices) {
        int size = (int) format.bytes(1);
        byte[] bytes = new byte[Math.multiplyExact(indices.length, size)];
        int part = Math.max(1, indices.length / (threads * PARTS));
        if (part >= indices.length) {
            decode(indices, 0, indices.length, bytes);
        } else {
            decodeInParts(indices, part, bytes);
        }
        return new ImageBatch(indices.length, format.size(), format.size(), format.channels(), bytes);
    }

    private void decodeInParts(int[] indices, int part, byte[] bytes) {
        List<Future<?>> parts = new ArrayList<>();
        for (int from = 0; from < indices.length; from += part) {
            int first = from;
            parts.add(pool.submit(() -> decode(indices, first, Math.min(indices.length, first + part), bytes)));
        }
        try {
            for (Future<?> finished : parts) {
                finished.get();
            }
        } catch (ExecutionException e) {
            throw rethrown(Objects.requireNonNull(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while images were decoded");
        } finally {
            parts.forEach(unneeded -> unneeded.cancel(false));
        }
    }

    private void decode(int[] indices, int from, int end, byte[] target) {
        int size = (int) format.bytes(1);
        for (int i = from; i < end; i++) {
            System.arraycopy(decoded.get(indices[i]).bytes(), 0, target, i * size, size);
        }
    }

    private static ImageBatch image(ImageSource images, ImageFormat format, int index) {
        try {
            return format.apply(images.readOrExplain(index));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception ? exception : new IllegalStateException(failure);
    }
}
