package org.dwastudio.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.nn.layer.Pass;
import org.dwastudio.nn.operator.Operators;
import org.dwastudio.nn.operator.PlainOperators;

/**
 * Memory that one pass through a network needs.
 *
 * @param weightBytes size of all tensors of the network
 * @param activationBytes size of all operator results for one image, in the network's data type
 * @param largestBytes size of the largest of these results
 */
public record PassFootprint(long weightBytes, long activationBytes, long largestBytes) {
    // Max pooling also keeps the index of every maximum: eight bytes each.
    private static final int BYTES_PER_INDEX = 8;

    /** Measures a network with one pass of one image. */
    public static PassFootprint of(Network network, NDManager parent) {
        Recorder recorder = new Recorder();
        NetworkConfig config = network.config();
        Shape shape = new Shape(1, config.channels(), config.imageSize(), config.imageSize());
        try (NDManager scope = parent.newSubManager()) {
            network.run(scope.zeros(shape, network.dataType()), Pass.inference(recorder.operators()));
        }
        long weights = network.state().values().stream()
                .mapToLong(PassFootprint::bytes)
                .sum();
        return new PassFootprint(weights, recorder.sum, recorder.largest);
    }

    private static long bytes(NDArray tensor) {
        return tensor.size() * tensor.getDataType().getNumOfBytes();
    }

    /** Proxy that records the size of every operator's result, so that a new operator needs no change here. */
    private static final class Recorder {
        private final Operators plain = new PlainOperators();
        private long sum;
        private long largest;

        Operators operators() {
            return (Operators) Proxy.newProxyInstance(
                    Operators.class.getClassLoader(), new Class<?>[] {Operators.class}, (proxy, method, arguments) -> {
                        try {
                            Object result = method.invoke(plain, observed(method.getName(), arguments));
                            if (result instanceof NDArray tensor) {
                                record(tensor);
                                sum += method.getName().equals("maxPool") ? BYTES_PER_INDEX * tensor.size() : 0;
                            }
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        /** Returns arguments with which a unit also reports the convolution's result: it is kept as well. */
        private Object[] observed(String method, Object[] arguments) {
            return method.equals("unit")
                    ? new Object[] {arguments[0], arguments[1], (Consumer<NDArray>) this::record}
                    : arguments;
        }

        private void record(NDArray tensor) {
            sum += bytes(tensor);
            largest = Math.max(largest, bytes(tensor));
        }
    }
}
