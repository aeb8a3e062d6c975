package org.dwastudio.ui.workspace;

import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.compute.DeviceInUse;
import org.dwastudio.compute.PrecisionAdvice;
import org.dwastudio.config.synthesis.Execution.Precision;
import org.dwastudio.engine.Engine;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.screen.LoadState;

/** Compute device of the engine, known once the engine is loaded. FX thread only. */
public final class DeviceViewModel {
    private final Engine engine;
    private final Executor fxExecutor;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<LoadState<DeviceInUse>> device =
            new ReadOnlyObjectWrapper<>(this, "device", LoadState.waiting());

    private final ReadOnlyObjectWrapper<Map<Precision, PrecisionAdvice>> precisionAdvice =
            new ReadOnlyObjectWrapper<>(this, "precisionAdvice", Map.of());

    public DeviceViewModel(Engine engine, Executor fxExecutor, Notices notices) {
        this.engine = engine;
        this.fxExecutor = fxExecutor;
        this.notices = notices;
    }

    public ReadOnlyObjectProperty<LoadState<DeviceInUse>> deviceProperty() {
        return device.getReadOnlyProperty();
    }

    /** Returns the precisions that bring no speed-up on the device, with the reason. */
    public ReadOnlyObjectProperty<Map<Precision, PrecisionAdvice>> precisionAdviceProperty() {
        return precisionAdvice.getReadOnlyProperty();
    }

    /** Loads the engine in the background. */
    public void load() {
        CompletionStage<DeviceInUse> loading = engine.warmUp();
        loading.whenCompleteAsync(this::show, fxExecutor);
    }

    private void show(DeviceInUse loaded, Throwable failure) {
        if (failure == null) {
            device.set(LoadState.of(loaded));
            CompletionStage<Map<Precision, PrecisionAdvice>> asked = engine.precisionAdvice();
            asked.thenAcceptAsync(precisionAdvice::set, fxExecutor);
        } else {
            device.set(LoadState.failed());
            notices.addFailure("notice.engine", failure);
        }
    }
}
