package org.dwastudio.nn.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Optional;
import org.dwastudio.compute.ComputePlan;
import org.dwastudio.compute.ComputeProblem;
import org.dwastudio.compute.ComputeProblem.Kind;
import org.dwastudio.compute.Gpu;

/** Tensor engine, PyTorch behind DJL, loaded after its environment is set, with telemetry off. */
public final class TorchEngine {
    private static final String NAME = "PyTorch";

    private final Engine engine;
    private final Optional<Gpu> gpu;

    private TorchEngine(Engine engine, Optional<Gpu> gpu) {
        this.engine = engine;
        this.gpu = gpu;
    }

    /**
     * Loads the bundled native library for the processor. The first call takes about a second, later ones return at
     * once.
     *
     * @throws EngineLoadException if there is no native library for this platform
     */
    public static TorchEngine load() {
        return load(ComputePlan.bundled());
    }

    /**
     * Loads the native library of a plan. A process can load only one: a later call with another plan changes nothing
     * but the device.
     *
     * @throws EngineLoadException with a message for the user, if the library cannot be loaded
     */
    public static TorchEngine load(ComputePlan plan) {
        Optional<ComputeProblem> dead = plan.setback().filter(problem -> problem.kind() == Kind.ENVIRONMENT);
        if (dead.isPresent()) {
            throw EngineLoadException.of(dead.get().message());
        }
        // DJL asks a cloud metadata service at load unless this is set; it reads the property on first use.
        System.setProperty("OPT_OUT_TRACKING", "true");
        // The engine may not download missing files either: the program asks the user first.
        System.setProperty("ai.djl.offline", "true");
        plan.properties().forEach(System::setProperty);
        Engine loaded = engine();
        NativeLogLevel.raise();
        return new TorchEngine(loaded, plan.gpu());
    }

    private static Engine engine() {
        try {
            return Engine.getEngine(NAME);
        } catch (EngineException e) {
            throw EngineLoadException.of(e);
        }
    }

    /** Returns a manager on the device of the plan; the caller closes it. */
    public NDManager newManager() {
        return engine.newBaseManager(device());
    }

    /** Returns the device of the tensors. */
    public Device device() {
        return gpu.map(chosen -> Device.gpu(chosen.index())).orElseGet(Device::cpu);
    }

    /** Returns the graphics card that computes; empty for the processor. */
    public Optional<Gpu> gpu() {
        return gpu;
    }

    /** Returns true if the processor is known to be faster with bfloat16. */
    public boolean hasBfloat16Instructions() {
        return Bfloat16Instructions.areUsed();
    }

    /** Returns the number of processor threads that one operation may use. */
    public int threads() {
        return JniUtils.getNumThreads();
    }

    /** Returns the number of processor operations that may run at the same time. */
    public int interopThreads() {
        return JniUtils.getNumInteropThreads();
    }

    /** Returns name and version of the library, for example {@code PyTorch 2.7.1}. */
    public String version() {
        return NAME + " " + engine.getVersion();
    }
}
