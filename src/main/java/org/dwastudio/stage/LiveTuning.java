package org.dwastudio.stage;

import java.util.concurrent.atomic.AtomicReference;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.synthesis.SynthesisConfig;

/**
 * What the sliders say now. Any thread writes; the engine thread reads once at the start of an iteration. A change counts
 * from the place that the parameter's range names.
 */
public final class LiveTuning {
    private final AtomicReference<SynthesisConfig> wanted;

    public LiveTuning(SynthesisConfig start) {
        wanted = new AtomicReference<>(start);
    }

    public SynthesisConfig wanted() {
        return wanted.get();
    }

    /** Begins again with the values of a run that is gone on with, which are known only when its folder is read. */
    public void startFrom(SynthesisConfig start) {
        wanted.set(start);
    }

    /**
     * Asks for another value.
     *
     * @throws IllegalArgumentException when the value is outside the parameter's range
     */
    public void request(Parameter<SynthesisConfig> parameter, double value) {
        parameter.range().problemWith(value).ifPresent(problem -> {
            throw new IllegalArgumentException(parameter.key() + ": " + problem);
        });
        wanted.updateAndGet(config -> parameter.replacedIn(config, value));
    }
}
