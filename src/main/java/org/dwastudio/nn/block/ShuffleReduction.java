package org.dwastudio.nn.block;

import ai.djl.ndarray.NDArray;
import org.dwastudio.nn.layer.Chain;
import org.dwastudio.nn.layer.NetworkBlock;
import org.dwastudio.nn.layer.Pass;
import org.dwastudio.nn.layer.Scope;

/** ShuffleNetV2 block that halves the image: both branches receive all channels, and their results are shuffled. */
public final class ShuffleReduction extends NetworkBlock {
    private final Chain shortcut;
    private final Chain branch;

    public ShuffleReduction(Scope scope, int inputs, int outputs) {
        shortcut = addChildBlock("branch1", ShuffleBranch.shortcut(scope.child("branch1"), inputs, outputs / 2));
        branch = addChildBlock("branch2", ShuffleBranch.main(scope.child("branch2"), inputs, outputs / 2, 2));
    }

    @Override
    public NDArray forward(NDArray input, Pass pass) {
        try (NDArray reduced = shortcut.forward(input, pass);
                NDArray changed = branch.forward(input, pass)) {
            return pass.operators().interleave(reduced, changed);
        }
    }
}
