package org.dwastudio.stage;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;

/**
 * Current values of the sliders. Any thread may write; the engine thread reads them once at the start of each
 * iteration. A change takes effect at the point that the parameter's range defines.
 */
public final class LiveTuning {
    private final AtomicReference<SynthesisConfig> wanted;

    public LiveTuning(SynthesisConfig start) {
        wanted = new AtomicReference<>(start);
    }

    public SynthesisConfig wanted() {
        return Objects.requireNonNull(wanted.get());
    }

    /** Resets to the values of a resumed run, which are known only after its folder has been read. */
    public void startFrom(SynthesisConfig start) {
        wanted.set(start);
    }

    /**
     * Requests a new value for a parameter.
     *
     * @throws IllegalArgumentException if the value is outside the parameter's range
     */
    public void request(Parameter<SynthesisConfig> parameter, double value) {
        parameter.range().problemWith(value).ifPresent(problem -> {
            throw new DescribedArgumentException(Message.of("setting.problem", parameter.key(), problem));
        });
        wanted.updateAndGet(config -> parameter.replacedIn(config, value));
    }
}
