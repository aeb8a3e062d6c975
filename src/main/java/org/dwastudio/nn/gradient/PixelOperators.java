package org.dwastudio.nn.gradient;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * Operators that DJL lacks, as functions of a TorchScript module: forward and input gradient without autograd,
 * statistics in one pass, bfloat16 and float16. The script next to the module in {@code assets/operators} documents
 * each function.
 *
 * <p>Results cannot take part in autograd, nor be written in place from Java; {@link NDArray#duplicate()} makes a
 * tensor that can.
 */
public final class PixelOperators implements AutoCloseable {
    private static final String MODULE = "/assets/operators/pixel_operators.pt";

    private final Model model;
    private final PtSymbolBlock module;

    private PixelOperators(Model model) {
        this.model = model;
        this.module = (PtSymbolBlock) model.getBlock();
    }

    /**
     * Loads the module, which serves any number of networks.
     *
     * @param manager manager on the device that computes
     */
    public static PixelOperators load(NDManager manager) {
        Model model = manager.getEngine().newModel("pixel_operators", manager.getDevice());
        try (InputStream in = Objects.requireNonNull(PixelOperators.class.getResourceAsStream(MODULE))) {
            model.load(in, Map.of("mapLocation", "true"));
            return new PixelOperators(model);
        } catch (IOException e) {
            model.close();
            throw new UncheckedIOException("the program's own operators cannot be read", e);
        } catch (MalformedModelException e) {
            model.close();
            throw new IllegalStateException("the program's own operators are broken", e);
        }
    }

    /**
     * Calls an operator that returns a tensor.
     *
     * @param owner manager of the result
     * @param arguments tensors, arrays of tensors, ints, doubles and opaque values, in the order of the script
     */
    NDArray one(NDManager owner, String operator, Object... arguments) {
        try (IValue result = opaque(operator, arguments)) {
            return result.toTensor((PtNDManager) owner);
        }
    }

    /** Calls an operator that returns a list of tensors, with arguments as in {@link #one}. */
    NDList all(NDManager owner, String operator, Object... arguments) {
        try (IValue result = opaque(operator, arguments)) {
            return result.toNDList((PtNDManager) owner);
        }
    }

    /** Calls an operator and returns its result as a value for the arguments of others; the caller closes it. */
    IValue opaque(String operator, Object... arguments) {
        IValue[] values = new IValue[arguments.length];
        try {
            for (int i = 0; i < arguments.length; i++) {
                values[i] = value(arguments[i]);
            }
            // PyTorch has this switch per thread. Its optimized code shares lists between threads that run the same
            // function.
            JniUtils.setGraphExecutorOptimize(false);
            return IValueUtils.runMethod(module, operator, values);
        } finally {
            for (int i = 0; i < arguments.length; i++) {
                if (values[i] != null && values[i] != arguments[i]) {
                    values[i].close();
                }
            }
        }
    }

    private static IValue value(Object argument) {
        if (argument instanceof IValue opaque) {
            return opaque;
        }
        if (argument instanceof PtNDArray tensor) {
            return IValue.from(tensor);
        }
        if (argument instanceof NDArray[] tensors) {
            return IValue.listFrom(Arrays.copyOf(tensors, tensors.length, PtNDArray[].class));
        }
        if (argument instanceof Integer whole) {
            return IValue.from((long) whole);
        }
        if (argument instanceof Double number) {
            return IValue.from((double) number);
        }
        throw new IllegalArgumentException("no operator takes " + argument);
    }

    @Override
    public void close() {
        model.close();
    }
}
