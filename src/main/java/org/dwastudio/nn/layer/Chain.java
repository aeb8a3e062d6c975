package org.dwastudio.nn.layer;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/** Sequence of blocks. A block may return its input unchanged. */
public final class Chain extends NetworkBlock {
    private final List<NetworkBlock> blocks = new ArrayList<>();

    /** Adds a block at the end; its channels must match. */
    public Chain append(NetworkBlock block) {
        blocks.add(addChildBlock(Integer.toString(blocks.size()), block));
        return this;
    }

    @Override
    public NDArray forward(NDArray input, Pass pass) {
        NDArray current = input;
        for (NetworkBlock block : blocks) {
            NDArray next = block.forward(current, pass);
            if (current != input && current != next) {
                current.close();
            }
            current = next;
        }
        return current;
    }
}
