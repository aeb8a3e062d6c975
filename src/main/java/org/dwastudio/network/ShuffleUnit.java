package org.dwastudio.network;

import ai.djl.ndarray.NDArray;

/** ShuffleNetV2's block that keeps the shape: one half of the channels passes by, and the halves are shuffled. */
final class ShuffleUnit extends NetworkBlock {
    private final Chain branch;

    ShuffleUnit(Scope scope, int channels) {
        branch = addChildBlock("branch2", ShuffleBranch.main(scope.child("branch2"), channels / 2, channels / 2, 1));
    }

    @Override
    NDArray forward(NDArray input, Pass pass) {
        try (Halves halves = pass.operators().split(input);
                NDArray changed = branch.forward(halves.second(), pass)) {
            return pass.operators().interleave(halves.first(), changed);
        }
    }
}
