package org.dwastudio.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dwastudio.file.ByteSizes;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/**
 * Limits of memory and work while one file is read. Every reader of the file charges what it is about to create, so that
 * a small file cannot fill the memory or keep the program busy.
 */
public final class ReadBudget {
    private static final long LARGEST_FILE = 16L << 30;
    private static final long HARMLESS_BYTES = 256L << 20;
    /** Half precision doubles, and a checkpoint may contain several sets of weights. */
    private static final int BYTES_PER_BYTE = 6;
    /** Values, list items and dictionary entries of a pickle or header; published checkpoints have some ten thousand. */
    private static final long MOST_OBJECTS = 4_000_000;

    private long bytes;
    private long objects = MOST_OBJECTS;

    private ReadBudget(long bytes) {
        this.bytes = bytes;
    }

    /**
     * Returns the budget for a file of the given size.
     *
     * @param fileSize size in bytes
     */
    public static ReadBudget forSize(long fileSize) {
        return new ReadBudget(HARMLESS_BYTES + BYTES_PER_BYTE * fileSize);
    }

    /**
     * Returns the budget for a file.
     *
     * @throws WeightsException if it is not a regular file, or is too large for weights
     */
    public static ReadBudget of(Path path) throws WeightsException {
        if (!Files.exists(path)) {
            throw new WeightsException(path, Message.of("weights.missing"));
        }
        if (!Files.isRegularFile(path)) {
            throw new WeightsException(path, Message.of("weights.notRegular"));
        }
        try {
            long size = Files.size(path);
            if (size > LARGEST_FILE) {
                throw new WeightsException(
                        path,
                        Message.of("weights.tooLarge", ByteSizes.describe(size), ByteSizes.describe(LARGEST_FILE)));
            }
            return forSize(size);
        } catch (WeightsException e) {
            throw e;
        } catch (IOException e) {
            throw new WeightsException(path, Message.of("weights.unreadable", FailureCause.reason(e)), e);
        }
    }

    /**
     * Charges memory for values, text or tensors.
     *
     * @throws IllegalArgumentException if the budget is exceeded
     */
    public void chargeBytes(long count) {
        if (count < 0 || count > bytes) {
            throw new DescribedArgumentException(Message.of("weights.inflated"));
        }
        bytes -= count;
    }

    /**
     * Charges objects: values, items of lists, entries of dictionaries, tensors.
     *
     * @throws IllegalArgumentException if the budget is exceeded
     */
    public void chargeObjects(long count) {
        if (count < 0 || count > objects) {
            throw new DescribedArgumentException(Message.of("weights.objects", MOST_OBJECTS));
        }
        objects -= count;
    }
}
