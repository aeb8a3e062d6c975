package org.dwastudio.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.dwastudio.config.NetworkConfig;
import org.dwastudio.nn.layer.Pass;
import org.dwastudio.nn.operator.Operators;
import org.dwastudio.nn.operator.PlainOperators;

/**
 * What a pass through a network takes.
 *
 * @param weightBytes of all tensors of the network
 * @param activationBytes of all that its operators compute from one image, in the number format of the network
 * @param largestBytes of the largest tensor among these
 */
public record PassFootprint(long weightBytes, long activationBytes, long largestBytes) {
    // Max pooling also keeps where it found its maxima: eight bytes for each of them.
    private static final int BYTES_OF_A_PLACE = 8;

    /** Measures a network by one pass of one image. */
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

    /** Notes the size of whatever an operator returns, whichever operators there are. */
    private static final class Recorder {
        private final Operators plain = new PlainOperators();
        private long sum;
        private long largest;

        Operators operators() {
            return (Operators) Proxy.newProxyInstance(
                    Operators.class.getClassLoader(), new Class<?>[] {Operators.class}, (proxy, method, arguments) -> {
                        try {
                            Object result = method.invoke(plain, arguments);
                            if (result instanceof NDArray tensor) {
                                sum += bytes(tensor);
                                sum += method.getName().equals("maxPool") ? BYTES_OF_A_PLACE * tensor.size() : 0;
                                largest = Math.max(largest, bytes(tensor));
                            }
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
