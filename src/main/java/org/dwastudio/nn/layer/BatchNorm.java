package org.dwastudio.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import org.dwastudio.nn.operator.BatchNormTerms;
import org.dwastudio.nn.operator.ChannelStatistics;
import org.dwastudio.nn.operator.PlainOperators;

/** Batch norm over (N, H, W), part of a {@link ConvolutionUnit} or a {@link NormUnit}. */
public final class BatchNorm extends NetworkBlock {
    // DJL's momentum is the kept share, PyTorch's the new one.
    private static final float KEPT = 0.9f;
    private static final int CHANNEL_AXIS_AS_IS = -1;

    private final Parameter gamma;
    private final Parameter beta;
    private final Parameter runningMean;
    private final Parameter runningVariance;

    BatchNorm(Scope scope, int channels) {
        Shape shape = new Shape(channels);
        Distribution zero = new Distribution.Constant(0);
        Distribution one = new Distribution.Constant(1);
        gamma = addParameter(scope.parameter("weight", Parameter.Type.GAMMA, shape, one));
        beta = addParameter(scope.parameter("bias", Parameter.Type.BETA, shape, zero));
        runningMean = addParameter(scope.parameter("running_mean", Parameter.Type.RUNNING_MEAN, shape, zero));
        runningVariance = addParameter(scope.parameter("running_var", Parameter.Type.RUNNING_VAR, shape, one));
        scope.register(this);
    }

    @Override
    public NDArray forward(NDArray input, Pass pass) {
        return pass.training() ? normalizeByBatch(input) : new PlainOperators().batchNorm(input, terms());
    }

    public ChannelStatistics runningStatistics() {
        return new ChannelStatistics(runningMean.getArray(), runningVariance.getArray());
    }

    BatchNormTerms terms() {
        return new BatchNormTerms(
                gamma.getArray(), beta.getArray(), runningMean.getArray(), runningVariance.getArray());
    }

    private NDArray normalizeByBatch(NDArray input) {
        return ai.djl.nn.norm.BatchNorm.batchNorm(
                        input,
                        runningMean.getArray(),
                        runningVariance.getArray(),
                        gamma.getArray(),
                        beta.getArray(),
                        CHANNEL_AXIS_AS_IS,
                        KEPT,
                        (float) BatchNormTerms.EPSILON,
                        true)
                .singletonOrThrow();
    }
}
