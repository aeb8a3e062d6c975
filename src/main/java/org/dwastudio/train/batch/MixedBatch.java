package org.dwastudio.train.batch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.Optional;
import org.dwastudio.image.ImageBatch;

/**
 * Mixing of the images of a batch, each with another image of the same batch, all with the same share.
 *
 * @param partners for each image, the position in this batch of the image that it is mixed with
 * @param share λ, the share of the image itself; 1 mixes nothing
 * @param box area pasted from the partner, of share 1 − λ; empty when pixels are blended or nothing is mixed
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one step, never compared.
public record MixedBatch(int[] partners, double share, Optional<CutMixBox> box) {

    /** Returns whether pixels must still be blended, which is done on normalized values. */
    boolean blends() {
        return box.isEmpty() && share != 1;
    }

    /**
     * Returns the images with their boxes pasted.
     *
     * @param images [N, C, H, W]; not modified
     * @param manager owns the result
     */
    public NDArray pasted(NDArray images, NDManager manager) {
        NDArray mixed = images.duplicate();
        mixed.attach(manager);
        CutMixBox part = box.orElse(new CutMixBox(0, 0, 0, 0));
        if (part.height() > 0 && part.width() > 0) {
            NDIndex place = new NDIndex(
                    ":, :, {}:{}, {}:{}",
                    part.top(),
                    part.top() + part.height(),
                    part.left(),
                    part.left() + part.width());
            try (NDArray order = manager.create(partners);
                    NDArray others = images.get(order);
                    NDArray boxes = others.get(place)) {
                mixed.set(place, boxes);
            }
        }
        return mixed;
    }

    /** Returns the images with their boxes pasted, or the given images if nothing is pasted. */
    public ImageBatch pasted(ImageBatch images) {
        if (box.isEmpty()) {
            return images;
        }
        CutMixBox part = box.get();
        byte[] from = images.bytes();
        byte[] mixed = from.clone();
        int stride = images.width() * images.channels();
        int imageSize = images.height() * stride;
        for (int i = 0; i < partners.length; i++) {
            for (int y = part.top(); y < part.top() + part.height(); y++) {
                int place = y * stride + part.left() * images.channels();
                System.arraycopy(
                        from,
                        partners[i] * imageSize + place,
                        mixed,
                        i * imageSize + place,
                        part.width() * images.channels());
            }
        }
        return new ImageBatch(images.count(), images.height(), images.width(), images.channels(), mixed);
    }
}
