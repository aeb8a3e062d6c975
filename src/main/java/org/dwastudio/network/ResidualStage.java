package org.dwastudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/** Residual blocks of one width; the first of them takes the stride. */
final class ResidualStage extends NetworkBlock {
    private final List<ResidualBlock> blocks = new ArrayList<>();

    ResidualStage(Scope scope, ResidualKind kind, int inputs, int width, int count, int stride) {
        for (int i = 0; i < count; i++) {
            String name = Integer.toString(i);
            int channels = i == 0 ? inputs : width * kind.expansion();
            ResidualBlock block = new ResidualBlock(scope.child(name), kind, channels, width, i == 0 ? stride : 1);
            blocks.add(addChildBlock(name, block));
        }
    }

    @Override
    NDArray forward(NDArray input, Pass pass) {
        NDArray current = input;
        for (ResidualBlock block : blocks) {
            NDArray next = block.forward(current, pass);
            if (current != input) {
                current.close();
            }
            current = next;
        }
        return current;
    }

    @Override
    Shape outputShape(Shape input) {
        Shape shape = input;
        for (ResidualBlock block : blocks) {
            shape = block.outputShape(shape);
        }
        return shape;
    }
}
