package org.dwastudio.ui.compute;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.dwastudio.compute.ComputeConfiguration;
import org.dwastudio.compute.ComputeException;
import org.dwastudio.compute.ComputePlan;
import org.dwastudio.compute.ComputeProblem;
import org.dwastudio.compute.ComputeSettings;
import org.dwastudio.compute.CudaDriverInfo;
import org.dwastudio.compute.DeviceChoice;
import org.dwastudio.compute.PyTorchBuild;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.screen.LoadState;

/** View model of the compute settings, which are probed and then saved for the next start. FX thread only. */
public final class ComputeViewModel {
    private final ComputeConfiguration configuration;
    private final Executor fxExecutor;
    private final Executor background;
    private final Notices notices;
    private final CudaDownloadViewModel cuda;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final ObjectProperty<Build> build = new SimpleObjectProperty<>(this, "build", Build.BUNDLED);
    private final StringProperty folder = new SimpleStringProperty(this, "folder", "");
    private final ObjectProperty<DeviceChoice> device =
            new SimpleObjectProperty<>(this, "device", new DeviceChoice.Automatic());
    private final StringProperty threads = new SimpleStringProperty(this, "threads", "0");
    private final StringProperty interopThreads = new SimpleStringProperty(this, "interopThreads", "0");
    private final ReadOnlyObjectWrapper<LoadState<CudaDriverInfo>> graphics =
            new ReadOnlyObjectWrapper<>(this, "graphics", LoadState.waiting());
    private final ReadOnlyObjectWrapper<Outcome> outcome =
            new ReadOnlyObjectWrapper<>(this, "outcome", new Outcome.Nothing());

    /** Selected build of PyTorch. */
    public enum Build {
        BUNDLED,
        CUDA,
        FOLDER
    }

    /** Outcome of the last change. */
    public sealed interface Outcome {
        record Nothing() implements Outcome {}

        record Trying() implements Outcome {}

        /** Settings that are saved and apply from the next start. */
        record Remembered() implements Outcome {}

        /** Settings that cannot be used and are not saved. */
        record Refused(ComputeProblem problem) implements Outcome {}

        /** Settings that could not be written to the file. */
        record Unwritten(Message reason) implements Outcome {}
    }

    public ComputeViewModel(ComputeServices services, Executor fxExecutor, Executor background, Notices notices) {
        configuration = services.configuration();
        this.fxExecutor = fxExecutor;
        this.background = background;
        this.notices = notices;
        cuda = new CudaDownloadViewModel(services.cuda(), fxExecutor, services.downloadExecutor());
        shown.subscribe(now -> {
            if (now) {
                refresh();
            }
        });
    }

    /** Returns true while the window shows the preferences. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    public ObjectProperty<Build> buildProperty() {
        return build;
    }

    /** Returns the folder of the libtorch for {@link Build#FOLDER}. */
    public StringProperty folderProperty() {
        return folder;
    }

    public ObjectProperty<DeviceChoice> deviceProperty() {
        return device;
    }

    public StringProperty threadsProperty() {
        return threads;
    }

    public StringProperty interopThreadsProperty() {
        return interopThreads;
    }

    /** Returns the driver information, which is queried whenever the preferences are shown. */
    public ReadOnlyObjectProperty<LoadState<CudaDriverInfo>> graphicsProperty() {
        return graphics.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    public CudaDownloadViewModel cuda() {
        return cuda;
    }

    /** Returns the reason why the engine in use differs from the settings, if it does. */
    public Optional<ComputeProblem> setback() {
        return configuration.inUse().flatMap(ComputePlan::setback);
    }

    /** Returns the build that an environment variable names, which takes precedence over any setting. */
    public Optional<Path> folderOfEnvironment() {
        return configuration.folderOfEnvironment();
    }

    /** Returns the selectable devices: automatic, the processor, every detected card, and the current setting. */
    public List<DeviceChoice> devices() {
        Stream<DeviceChoice> always = Stream.of(new DeviceChoice.Automatic(), new DeviceChoice.Processor());
        Stream<DeviceChoice> cards = graphics.get().value().stream()
                .flatMap(found -> found.gpus().stream())
                .map(gpu -> new DeviceChoice.Graphics(gpu.index()));
        return Stream.concat(Stream.concat(always, cards), Stream.of(device.get()))
                .distinct()
                .toList();
    }

    /** Shows a notice after the engine is loaded if it could not be loaded as selected. */
    public void showSetback() {
        setback()
                .ifPresent(problem -> notices.add(
                        Notice.failed(keyOf(problem), "", problem.arguments().toArray())));
    }

    /** Returns the key of a problem's message in the message bundles. */
    static String keyOf(ComputeProblem problem) {
        return "compute.problem." + problem.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Probes the selected settings, and saves them if they can be used. */
    public void apply() {
        ComputeSettings wanted;
        try {
            wanted = typed();
        } catch (ComputeException e) {
            outcome.set(new Outcome.Refused(e.problem()));
            return;
        }
        outcome.set(new Outcome.Trying());
        background.execute(() -> {
            Outcome became = tried(wanted);
            fxExecutor.execute(() -> outcome.set(became));
        });
    }

    /** Enters the default settings; {@link #apply} saves them. */
    public void reset() {
        show(ComputeSettings.defaults());
    }

    private Outcome tried(ComputeSettings wanted) {
        Optional<ComputeProblem> problem = configuration.planNextStart(wanted).setback();
        if (problem.isPresent()) {
            return new Outcome.Refused(problem.get());
        }
        try {
            configuration.remember(wanted);
            return new Outcome.Remembered();
        } catch (IOException e) {
            return new Outcome.Unwritten(FailureCause.describe(e));
        }
    }

    private ComputeSettings typed() throws ComputeException {
        String library =
                switch (build.get()) {
                    case BUNDLED -> PyTorchBuild.BUNDLED;
                    case CUDA -> PyTorchBuild.CUDA;
                    case FOLDER -> folder.get();
                };
        return ComputeSettings.defaults()
                .with(ComputeSettings.LIBRARY, library)
                .with(ComputeSettings.DEVICE, device.get().key())
                .with(ComputeSettings.THREADS, threads.get())
                .with(ComputeSettings.INTEROP_THREADS, interopThreads.get());
    }

    private void refresh() {
        outcome.set(new Outcome.Nothing());
        try {
            show(configuration.settings());
        } catch (ComputeException e) {
            show(ComputeSettings.defaults());
            outcome.set(new Outcome.Refused(e.problem()));
        }
        background.execute(() -> {
            CudaDriverInfo found = configuration.graphics();
            fxExecutor.execute(() -> graphics.set(LoadState.of(found)));
        });
    }

    private void show(ComputeSettings settings) {
        if (settings.library() instanceof PyTorchBuild.Folder chosen) {
            build.set(Build.FOLDER);
            folder.set(chosen.folder().toString());
        } else {
            build.set(settings.library() instanceof PyTorchBuild.Cuda ? Build.CUDA : Build.BUNDLED);
        }
        device.set(settings.device());
        threads.set(Integer.toString(settings.threads()));
        interopThreads.set(Integer.toString(settings.interopThreads()));
    }
}
