package org.dwastudio.stage.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.preprocess.ImageFormat;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.file.LockFile;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.numpy.FloatMatrixFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cache of the penultimate features of training images, one file per dataset and teacher. A file holds one float32 row
 * per image, in the order of the training split. A damaged file is computed again; files can be deleted at any time.
 *
 * @param folder folder of the files; it may not exist yet
 */
public record FeatureCache(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(FeatureCache.class);
    /** Number of images whose pixels identify the conversion to size and color mode. */
    private static final int SAMPLE = 16;

    private static final int DIGITS = 8;

    /**
     * Returns the features of all training images; computes them if they are not stored. Holds one batch in memory at a
     * time. The caller closes the file.
     *
     * @param progress number of training images
     * @param token checked before every batch
     * @throws IOException if an image cannot be read, the folder cannot be written, or another program computes the
     *     same features
     * @throws java.util.concurrent.CancellationException if the token is canceled; nothing is stored then
     */
    public FloatMatrixFile features(
            ImageDataset dataset, FeatureBatches computation, ProgressListener progress, CancellationToken token)
            throws IOException {
        Path file = file(dataset, computation.model());
        int count = dataset.trainCount();
        try {
            FloatMatrixFile stored = FloatMatrixFile.open(file);
            if (stored.rows() == count) {
                progress.progressed(count, count);
                return stored;
            }
            stored.close();
        } catch (NoSuchFileException e) {
            LOG.debug("{} is computed", file);
        } catch (WeightsException e) {
            LOG.warn("Features are computed again: {}", e.getMessage());
        }
        Files.createDirectories(folder);
        try (LockFile lock = LockFile.acquire(file.resolveSibling(file.getFileName() + ".lock"))) {
            LOG.debug("{} is held", lock.name());
            FloatMatrixFile.write(
                    file,
                    count,
                    computation.model().columns(),
                    target -> computation.addTo(
                            target, count, indices -> dataset.images(Split.TRAIN, indices), progress, token));
        } catch (LockFile.HeldException e) {
            throw new DescribedIOException(Message.of("inspection.held", e.description()), e);
        }
        return FloatMatrixFile.open(file);
    }

    /** Returns the file of a dataset and a teacher. Its name covers everything that the features depend on. */
    Path file(ImageDataset dataset, FeatureModel model) {
        MessageDigest sha256 = DigestUtils.getSha256Digest();
        String text = model.conversion() + " " + dataset.trainCount();
        sha256.update(text.getBytes(StandardCharsets.UTF_8));
        int[] sample = ImageFormat.spread(dataset.trainCount(), SAMPLE);
        sha256.update(dataset.images(Split.TRAIN, sample).bytes());
        String conversion = Hex.encodeHexString(sha256.digest()).substring(0, DIGITS);
        return folder.resolve(dataset.fingerprint() + "-" + model.fingerprint() + "-" + conversion + ".npy");
    }
}
