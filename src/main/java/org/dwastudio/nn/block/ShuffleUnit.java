package org.dwastudio.nn.block;

import ai.djl.ndarray.NDArray;
import org.dwastudio.nn.layer.Chain;
import org.dwastudio.nn.layer.NetworkBlock;
import org.dwastudio.nn.layer.Pass;
import org.dwastudio.nn.layer.Scope;
import org.dwastudio.nn.operator.ChannelHalves;

/**
 * ShuffleNetV2 block that keeps the shape: half of the channels pass through unchanged, then both halves are shuffled.
 */
public final class ShuffleUnit extends NetworkBlock {
    private final Chain branch;

    public ShuffleUnit(Scope scope, int channels) {
        branch = addChildBlock("branch2", ShuffleBranch.main(scope.child("branch2"), channels / 2, channels / 2, 1));
    }

    @Override
    public NDArray forward(NDArray input, Pass pass) {
        try (ChannelHalves halves = pass.operators().split(input);
                NDArray changed = branch.forward(halves.second(), pass)) {
            return pass.operators().interleave(halves.first(), changed);
        }
    }
}
