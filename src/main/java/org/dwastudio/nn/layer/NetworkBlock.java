package org.dwastudio.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.dwastudio.nn.operator.PlainOperators;

/**
 * DJL block with one input and one output. Blocks close the tensors that they create, except their result, as soon as
 * the next one exists: autograd keeps for itself what it needs.
 */
public abstract class NetworkBlock extends AbstractBlock {

    /** Runs the block; the input stays open, the result belongs to the input's manager. */
    public abstract NDArray forward(NDArray input, Pass pass);

    @Override
    protected final NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
        Pass pass = training ? Pass.training(DropoutPolicy.NOTHING) : Pass.inference(new PlainOperators());
        return new NDList(forward(inputs.singletonOrThrow(), pass));
    }

    @Override
    public final Shape[] getOutputShapes(Shape[] inputs) {
        throw new UnsupportedOperationException("a block has its tensors from the start: nothing needs shapes before");
    }
}
