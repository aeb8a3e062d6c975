package org.dwastudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;

public final class FrozenNetwork implements AutoCloseable {
    public enum Arithmetic {
        FULL,
        BFLOAT16_CONVOLUTIONS
    }

    private final Network network;
    private final NDManager own;

    private FrozenNetwork(Network network, NDManager own) {
        this.network = network;
        this.own = own;
    }

    public static FrozenNetwork of(Network network, Arithmetic arithmetic) {
        NDManager own = network.parameters()
                .values()
                .iterator()
                .next()
                .getManager()
                .getParentManager()
                .newSubManager();
        NDManager base = own.getEngine().newBaseManager();
        return new FrozenNetwork(network.copy(base), base);
    }

    public int batchNormLayers() {
        return network.runningStatistics().size();
    }

    public PixelLoss loss(NDArray view, NDArray labels, List<LayerWeight> weights) {
        try (NDManager scope = view.getManager().newSubManager()) {
            NDArray x = view.duplicate();
            x.attach(scope);
            x.setRequiresGradient(true);
            double[] m = new double[weights.size()], v = new double[weights.size()];
            double ce;
            try (GradientCollector gc = scope.getEngine().newGradientCollector()) {
                TappedLogits t = network.tapped(x);
                NDArray index = labels.reshape(new Shape(labels.size(), 1));
                index.attach(scope);
                NDArray c = t.logits().logSoftmax(1).gather(index, 1).mean().neg();
                NDArray total = c;
                List<ChannelStatistics> r = network.runningStatistics();
                for (int l = 0; l < weights.size(); l++) {
                    NDArray dm =
                            t.statistics().get(l).mean().sub(r.get(l).mean()).norm();
                    NDArray dv = t.statistics()
                            .get(l)
                            .variance()
                            .sub(r.get(l).variance())
                            .norm();
                    m[l] = dm.toType(DataType.FLOAT64, true).getDouble();
                    v[l] = dv.toType(DataType.FLOAT64, true).getDouble();
                    total = total.add(dm.mul(weights.get(l).mean()))
                            .add(dv.mul(weights.get(l).variance()));
                }
                gc.backward(total);
                ce = c.toType(DataType.FLOAT64, true).getDouble();
            }
            NDArray g = x.getGradient();
            NDArray out = g.duplicate();
            out.attach(view.getManager());
            return new PixelLoss(ce, m, v, out);
        }
    }

    @Override
    public void close() {
        own.close();
    }
}
