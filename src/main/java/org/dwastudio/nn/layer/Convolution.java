package org.dwastudio.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.Optional;
import org.dwastudio.nn.operator.ConvolutionTerms;

/** Square convolution with or without bias. */
public final class Convolution extends NetworkBlock {
    private final ConvolutionSpec spec;
    private final Parameter weight;
    private Optional<Parameter> bias = Optional.empty();

    public Convolution(Scope scope, ConvolutionSpec spec, Distribution fresh) {
        this.spec = spec;
        weight = addParameter(scope.parameter("weight", Parameter.Type.WEIGHT, spec.weightShape(), fresh));
    }

    public Convolution(Scope scope, ConvolutionSpec spec, Distribution fresh, Distribution freshBias) {
        this(scope, spec, fresh);
        Shape shape = new Shape(spec.outputs());
        bias = Optional.of(addParameter(scope.parameter("bias", Parameter.Type.BIAS, shape, freshBias)));
    }

    @Override
    public NDArray forward(NDArray input, Pass pass) {
        return pass.operators().convolution(input, terms());
    }

    ConvolutionTerms terms() {
        return new ConvolutionTerms(
                weight.getArray(), bias.map(Parameter::getArray), spec.stride(), spec.padding(), spec.groups());
    }
}
