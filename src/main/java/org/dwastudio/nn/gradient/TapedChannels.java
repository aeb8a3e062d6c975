package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.dwastudio.nn.operator.ChannelHalves;

/** Operations on whole channels, on a tape: scaling, padding, splitting, shuffling. */
final class TapedChannels {
    private final GradientTape record;

    TapedChannels(GradientTape record) {
        this.record = record;
    }

    NDArray gate(NDArray input, NDArray control) {
        TapedTensor x = record.kept(input);
        TapedTensor c = record.of(control);
        NDList results = record.all("gate", input, control);
        NDArray weights = results.get(1);
        TapedTensor y = record.remember(results.get(0));
        record.push(() -> {
            try (weights;
                    NDArray gradient = y.takeGradient()) {
                NDList gradients = record.all("gate_gradient_", gradient, x.kept(), weights);
                record.addGradient(x, gradients.get(0));
                record.addGradient(c, gradients.get(1));
            }
            y.release();
        });
        return results.get(0);
    }

    NDArray subsample(NDArray input, int channels) {
        TapedTensor x = record.kept(input);
        int added = Math.toIntExact(channels - input.getShape().get(1));
        int before = added / 2;
        return record.remember(
                x,
                record.one("subsample", input, before, added - before),
                gradient -> record.one("subsample_gradient", gradient, x.kept(), before));
    }

    ChannelHalves split(NDArray input) {
        TapedTensor x = record.of(input);
        NDList results = record.all("split", input);
        TapedTensor first = record.remember(results.get(0));
        TapedTensor second = record.remember(results.get(1));
        record.push(() -> {
            try (NDArray one = first.takeGradient();
                    NDArray other = second.takeGradient()) {
                record.addGradient(x, record.one("join", one, other));
            }
            first.release();
            second.release();
        });
        return new ChannelHalves(results.get(0), results.get(1));
    }

    NDArray interleave(NDArray first, NDArray second) {
        TapedTensor a = record.of(first);
        TapedTensor b = record.of(second);
        NDArray result = record.one("interleave", first, second);
        TapedTensor y = record.remember(result);
        record.push(() -> {
            try (NDArray gradient = y.takeGradient()) {
                NDList gradients = record.all("interleave_gradient", gradient);
                record.addGradient(a, gradients.get(0));
                record.addGradient(b, gradients.get(1));
            }
            y.release();
        });
        return result;
    }
}
