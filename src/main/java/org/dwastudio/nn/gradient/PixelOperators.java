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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
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

    /** Calls an operator with one result. */
    NDArray one(NDManager owner, String operator, Object... arguments) {
        return all(owner, operator, arguments).get(0);
    }

    /**
     * Calls an operator and returns all its results.
     *
     * @param owner manager of the results
     * @param arguments tensors, ints and doubles, in the order of the script
     */
    NDList all(NDManager owner, String operator, Object... arguments) {
        List<IValue> values = new ArrayList<>(arguments.length);
        try {
            for (Object argument : arguments) {
                values.add(value(argument));
            }
            try (IValue result = IValueUtils.runMethod(module, operator, values.toArray(IValue[]::new))) {
                return result.toNDList((PtNDManager) owner);
            }
        } finally {
            values.forEach(IValue::close);
        }
    }

    private static IValue value(Object argument) {
        if (argument instanceof PtNDArray tensor) {
            return IValue.from(tensor);
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
