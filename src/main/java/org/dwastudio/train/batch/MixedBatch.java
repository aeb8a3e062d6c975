package org.dwastudio.train.batch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.Optional;
import org.dwastudio.image.ImageBatch;

/**
 * How the pictures of a batch are mixed, each with another of the same batch, all by one share.
 *
 * @param partners for each picture the place in this batch of the one that it is mixed with
 * @param share λ, what stays of the picture itself; 1 mixes nothing
 * @param box what is pasted of the partner, of the share 1 − λ; empty when pixels are blended, or nothing is mixed
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one step, never compared.
public record MixedBatch(int[] partners, double share, Optional<CutMixBox> box) {

    /** Whether pixels are still to be blended, which is done with normalised numbers. */
    boolean blends() {
        return box.isEmpty() && share != 1;
    }

    /**
     * The images with their boxes pasted.
     *
     * @param images [N, C, H, W]; stays as it is
     * @param manager of the result
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

    /** The pictures with their boxes pasted; the same where nothing is pasted. */
    public ImageBatch pasted(ImageBatch pictures) {
        if (box.isEmpty()) {
            return pictures;
        }
        CutMixBox part = box.get();
        byte[] from = pictures.bytes();
        byte[] mixed = from.clone();
        int stride = pictures.width() * pictures.channels();
        int picture = pictures.height() * stride;
        for (int i = 0; i < partners.length; i++) {
            for (int y = part.top(); y < part.top() + part.height(); y++) {
                int place = y * stride + part.left() * pictures.channels();
                System.arraycopy(
                        from,
                        partners[i] * picture + place,
                        mixed,
                        i * picture + place,
                        part.width() * pictures.channels());
            }
        }
        return new ImageBatch(pictures.count(), pictures.height(), pictures.width(), pictures.channels(), mixed);
    }
}
