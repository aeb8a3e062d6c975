package org.dwastudio.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import org.dwastudio.nn.ReleasedBuffers;
import org.dwastudio.nn.torch.TorchEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmoothedCrossEntropyTest {
    private static final double[] LOGITS = {0.5, -1, 2, 0.1, 1.5, 0.3, -0.7, 0.2, 0, 0, 0, 3};

    /** Loss, first and last gradient as torch.nn.CrossEntropyLoss(label_smoothing=s) gives them in float64. */
    @ParameterizedTest
    @CsvSource({
        "0,   1.7376994495921059, 0.05228643938194533,  0.2900161688538026",
        "0.1, 1.765199449592106,  0.043953106048612,    0.28168283552046935",
        "0.3, 1.8201994495921057, 0.027286439381945325, 0.26501616885380264"
    })
    void lossAndGradientAreThoseOfPyTorch(double smoothing, double loss, double first, double last)
            throws InterruptedException {
        try (NDManager manager = TorchEngine.load().newManager()) {
            NDArray logits = manager.create(LOGITS, new Shape(3, 4));
            logits.setRequiresGradient(true);
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                NDArray computed = new SmoothedCrossEntropy(smoothing).of(logits, 2, 1, 0);
                ReleasedBuffers.overwrittenDuring(() -> collector.backward(computed));
                assertThat(computed.getDouble()).isCloseTo(loss, within(1e-6));
            }

            double[] gradient = logits.getGradient().toDoubleArray();
            assertThat(gradient[0]).isCloseTo(first, within(1e-6));
            assertThat(gradient[11]).isCloseTo(last, within(1e-6));
        }
    }
}
