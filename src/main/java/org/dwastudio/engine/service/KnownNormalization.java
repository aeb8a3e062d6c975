package org.dwastudio.engine.service;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.dwastudio.image.Normalization;

/** Normalizations that published weights expect. */
enum KnownNormalization {
    IMAGENET("ImageNet", List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225)),
    CIFAR_10("CIFAR-10", List.of(0.4914, 0.4822, 0.4465), List.of(0.2470, 0.2435, 0.2616)),
    /** Mean of the deviations of single images, from widespread code. */
    CIFAR_10_OF_IMAGES("CIFAR-10, std of images", List.of(0.4914, 0.4822, 0.4465), List.of(0.2023, 0.1994, 0.2010)),
    CIFAR_100("CIFAR-100", List.of(0.5071, 0.4865, 0.4409), List.of(0.2673, 0.2564, 0.2762)),
    MNIST("MNIST", List.of(0.1307), List.of(0.3081)),
    HALF("-1 to 1", List.of(0.5), List.of(0.5)),
    PIXELS("0 to 1", List.of(0.0), List.of(1.0));

    private final String shown;
    private final List<Double> mean;
    private final List<Double> std;

    KnownNormalization(String shown, List<Double> mean, List<Double> std) {
        this.shown = shown;
        this.mean = mean;
        this.std = std;
    }

    /** Returns the name that reports show. */
    String shown() {
        return shown;
    }

    /** Returns those for images of a number of channels. */
    static List<KnownNormalization> forChannels(int channels) {
        return Arrays.stream(values())
                .filter(known -> known == HALF || known == PIXELS || known.mean.size() == channels)
                .toList();
    }

    Normalization normalization(int channels) {
        return mean.size() == channels
                ? new Normalization(mean, std)
                : new Normalization(
                        Collections.nCopies(channels, mean.get(0)), Collections.nCopies(channels, std.get(0)));
    }
}
