package org.dwastudio.nn.layer;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Place of a block in the network while it is built: names its tensors and registers them in order. */
public final class Scope {
    private final String prefix;
    private final TensorSource source;
    private final Map<String, Parameter> tensors;
    private final List<BatchNorm> batchNorms;

    private Scope(String prefix, TensorSource source, Map<String, Parameter> tensors, List<BatchNorm> batchNorms) {
        this.prefix = prefix;
        this.source = source;
        this.tensors = tensors;
        this.batchNorms = batchNorms;
    }

    public static Scope root(TensorSource source) {
        return new Scope("", source, new LinkedHashMap<>(), new ArrayList<>());
    }

    public Scope child(String name) {
        return new Scope(prefix + name + ".", source, tensors, batchNorms);
    }

    Parameter parameter(String name, Parameter.Type type, Shape shape, Distribution fresh) {
        Parameter parameter = Parameter.builder().setName(name).setType(type).build();
        parameter.setArray(source.tensor(prefix + name, shape, fresh));
        tensors.put(prefix + name, parameter);
        return parameter;
    }

    void register(BatchNorm layer) {
        batchNorms.add(layer);
    }

    /** Returns all tensors built so far under torchvision's names, in module order. */
    public Map<String, Parameter> tensors() {
        return tensors;
    }

    /** Returns all batch norms built so far, in module order. */
    public List<BatchNorm> batchNorms() {
        return batchNorms;
    }
}
