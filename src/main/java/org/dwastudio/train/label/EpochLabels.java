package org.dwastudio.train.label;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.image.CropBox;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;
import org.dwastudio.train.batch.AugmentedBatch;
import org.dwastudio.train.batch.CutMixBox;
import org.dwastudio.train.batch.MixedBatch;
import org.dwastudio.weights.StoredTensor;

/**
 * The augmented batches of one epoch with the teacher's logits for them.
 *
 * <p>The logits are stored in half precision, not softmax(logits/τ): logits give the divergence at any τ as well as
 * the squared difference, so one set serves every recipe with the same augmentations. Half precision has 11
 * significant bits: a logit of 20 is stored to 0.008.
 *
 * @param batches the steps, in their order
 * @param logits [N, classes] in float16, a row for each image of each step
 */
public record EpochLabels(List<AugmentedBatch> batches, StoredTensor logits) {
    private static final String LOGITS = "logits";
    private static final String IMAGES = "images";
    private static final String CUTS = "cuts";
    private static final String MIRRORED = "mirrored";
    private static final String PARTNERS = "partners";
    private static final String COUNTS = "counts";
    private static final String SHARES = "shares";
    private static final String BOXES = "boxes";
    private static final int SIDES = 4;
    /** Far above the side of a training image, in pixels. */
    private static final int LARGEST_SIDE = 1 << 16;

    public EpochLabels {
        batches = List.copyOf(batches);
    }

    /** Bytes of the tensors of an epoch. */
    static long bytes(long images, long batches, long classes) {
        long image = classes * Short.BYTES + (2 + SIDES) * (long) Integer.BYTES + 1;
        long batch = Double.BYTES + (1 + SIDES) * (long) Integer.BYTES;
        return images * image + batches * batch;
    }

    /** The answers to one step, [count, classes]. */
    StoredTensor answers(int firstRow, int count) {
        long classes = logits.shape().get(1);
        int row = (int) classes * Short.BYTES;
        return new StoredTensor(
                DataType.FLOAT16, new Shape(count, classes), logits.data().slice(firstRow * row, count * row));
    }

    /**
     * As tensors with N rows for images and B for steps: {@code logits} [N, classes] float16; {@code images} [N] int32,
     * the image's index in the set; {@code cuts} [N, 4] int32, top, left, height and width; {@code mirrored} [N] uint8;
     * {@code partners} [N] int32, the row that it is mixed with; {@code counts} [B] int32, images of a step; {@code shares}
     * [B] float64, λ; {@code boxes} [B, 4] int32, what is pasted of the partner, and −1 where pixels are blended.
     */
    Map<String, StoredTensor> toTensors() {
        int rows = batches.stream().mapToInt(AugmentedBatch::count).sum();
        ByteBuffer images = buffer(rows * Integer.BYTES);
        ByteBuffer cuts = buffer(rows * SIDES * Integer.BYTES);
        ByteBuffer mirrored = buffer(rows);
        ByteBuffer partners = buffer(rows * Integer.BYTES);
        ByteBuffer counts = buffer(batches.size() * Integer.BYTES);
        ByteBuffer shares = buffer(batches.size() * Double.BYTES);
        ByteBuffer boxes = buffer(batches.size() * SIDES * Integer.BYTES);
        int first = 0;
        for (AugmentedBatch batch : batches) {
            for (int i = 0; i < batch.count(); i++) {
                CropBox cut = batch.cuts().get(i);
                images.putInt(batch.images()[i]);
                cuts.putInt(cut.top()).putInt(cut.left()).putInt(cut.height()).putInt(cut.width());
                mirrored.put((byte) (cut.mirrored() ? 1 : 0));
                partners.putInt(first + batch.mix().partners()[i]);
            }
            CutMixBox box = batch.mix().box().orElse(new CutMixBox(-1, -1, -1, -1));
            boxes.putInt(box.top()).putInt(box.left()).putInt(box.height()).putInt(box.width());
            counts.putInt(batch.count());
            shares.putDouble(batch.mix().share());
            first += batch.count();
        }
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        tensors.put(SHARES, new StoredTensor(DataType.FLOAT64, new Shape(batches.size()), shares.flip()));
        tensors.put(IMAGES, new StoredTensor(DataType.INT32, new Shape(rows), images.flip()));
        tensors.put(CUTS, new StoredTensor(DataType.INT32, new Shape(rows, SIDES), cuts.flip()));
        tensors.put(PARTNERS, new StoredTensor(DataType.INT32, new Shape(rows), partners.flip()));
        tensors.put(COUNTS, new StoredTensor(DataType.INT32, new Shape(batches.size()), counts.flip()));
        tensors.put(BOXES, new StoredTensor(DataType.INT32, new Shape(batches.size(), SIDES), boxes.flip()));
        tensors.put(LOGITS, logits);
        tensors.put(MIRRORED, new StoredTensor(DataType.UINT8, new Shape(rows), mirrored.flip()));
        return tensors;
    }

    /**
     * Reads the result of {@link #toTensors}.
     *
     * @throws IllegalArgumentException if a tensor is missing or contradicts the others
     */
    static EpochLabels of(Map<String, StoredTensor> tensors) {
        StoredTensor logits = tensor(tensors, LOGITS, DataType.FLOAT16);
        if (logits.shape().dimension() != 2) {
            throw bad(LOGITS);
        }
        long rows = logits.shape().get(0);
        ByteBuffer counts = tensor(tensors, COUNTS, DataType.INT32).data();
        long steps = counts.remaining() / Integer.BYTES;
        ByteBuffer images = data(tensors, IMAGES, DataType.INT32, rows);
        ByteBuffer cuts = data(tensors, CUTS, DataType.INT32, rows, SIDES);
        ByteBuffer mirrored = data(tensors, MIRRORED, DataType.UINT8, rows);
        ByteBuffer partners = data(tensors, PARTNERS, DataType.INT32, rows);
        ByteBuffer shares = data(tensors, SHARES, DataType.FLOAT64, steps);
        ByteBuffer boxes = data(tensors, BOXES, DataType.INT32, steps, SIDES);
        List<AugmentedBatch> batches = new ArrayList<>();
        int first = 0;
        while (counts.hasRemaining()) {
            int count = counts.getInt();
            if (count < 1 || count > rows - first) {
                throw bad(COUNTS);
            }
            int[] indices = new int[count];
            int[] others = new int[count];
            List<CropBox> parts = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                indices[i] = images.getInt();
                others[i] = partners.getInt() - first;
                parts.add(new CropBox(cuts.getInt(), cuts.getInt(), cuts.getInt(), cuts.getInt(), mirrored.get() != 0));
                require(indices[i] >= 0, IMAGES);
                require(others[i] >= 0 && others[i] < count, PARTNERS);
                require(isPossible(parts.get(i)), CUTS);
            }
            CutMixBox box = new CutMixBox(boxes.getInt(), boxes.getInt(), boxes.getInt(), boxes.getInt());
            require(box.height() < 0 || isPossible(box), BOXES);
            double share = shares.getDouble();
            require(share >= 0 && share <= 1, SHARES);
            MixedBatch mix = new MixedBatch(others, share, Optional.of(box).filter(one -> one.height() >= 0));
            batches.add(new AugmentedBatch(indices, parts, mix));
            first += count;
        }
        require(first == rows, COUNTS);
        return new EpochLabels(batches, logits);
    }

    /** Returns true if a crop is one of an image; parts beyond its edges are black. */
    private static boolean isPossible(CropBox cut) {
        return Math.max(Math.abs((long) cut.top()), Math.abs((long) cut.left())) <= LARGEST_SIDE
                && Math.min(cut.height(), cut.width()) > 0
                && Math.max(cut.height(), cut.width()) <= LARGEST_SIDE;
    }

    private static boolean isPossible(CutMixBox box) {
        return Math.min(Math.min(box.top(), box.left()), box.width()) >= 0
                && Math.max(box.top(), box.height()) <= LARGEST_SIDE
                && Math.max(box.left(), box.width()) <= LARGEST_SIDE;
    }

    private static ByteBuffer data(Map<String, StoredTensor> tensors, String name, DataType type, long... sizes) {
        StoredTensor tensor = tensor(tensors, name, type);
        require(tensor.shape().equals(new Shape(sizes)), name);
        return tensor.data();
    }

    private static StoredTensor tensor(Map<String, StoredTensor> tensors, String name, DataType type) {
        StoredTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new DescribedArgumentException(Message.of("labels.noTensor", name));
        }
        require(tensor.dataType() == type, name);
        return tensor;
    }

    private static void require(boolean condition, String name) {
        if (!condition) {
            throw bad(name);
        }
    }

    private static IllegalArgumentException bad(String name) {
        return new DescribedArgumentException(Message.of("labels.badTensor", name));
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
