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

/** The tensor engine, loaded once its surroundings are set: PyTorch behind DJL, telemetry off. */
public final class TorchEngine {
    private static final String NAME = "PyTorch";

    private final Engine engine;
    private final Optional<Gpu> gpu;

    private TorchEngine(Engine engine, Optional<Gpu> gpu) {
        this.engine = engine;
        this.gpu = gpu;
    }

    /**
     * Loads the native library that comes with this program, for the processor. The first call takes about a second,
     * later ones nothing.
     *
     * @throws EngineException if there is no native library for this platform
     */
    public static TorchEngine load() {
        return load(ComputePlan.bundled());
    }

    /**
     * Loads the native library of a plan. A process loads one only: a later call with another plan changes nothing but
     * the device.
     *
     * @throws EngineException in words, if the library cannot be loaded
     */
    public static TorchEngine load(ComputePlan plan) {
        Optional<ComputeProblem> dead = plan.setback().filter(problem -> problem.kind() == Kind.ENVIRONMENT);
        if (dead.isPresent()) {
            throw new EngineException(dead.get().message());
        }
        // DJL asks a cloud metadata service at load unless told not to; it reads this on first use.
        System.setProperty("OPT_OUT_TRACKING", "true");
        // Nor may it fetch what it misses: that is asked first, and not left to the engine.
        System.setProperty("ai.djl.offline", "true");
        plan.properties().forEach(System::setProperty);
        CpuIsaLimiter.set();
        return new TorchEngine(Engine.getEngine(NAME), plan.gpu());
    }

    /** A manager on the device of the plan. Close it. */
    public NDManager newManager() {
        return engine.newBaseManager(device());
    }

    /** Where tensors live. */
    public Device device() {
        return gpu.map(chosen -> Device.gpu(chosen.index())).orElseGet(Device::cpu);
    }

    /** The graphics card that computes; empty for the processor. */
    public Optional<Gpu> gpu() {
        return gpu;
    }

    /** Whether the processor is known to gain from bfloat16. */
    public boolean hasBfloat16Instructions() {
        return Bfloat16Instructions.areUsed();
    }

    /** Processor threads that one operation may use. */
    public int threads() {
        return JniUtils.getNumThreads();
    }

    /** Operations of the processor at the same time. */
    public int interopThreads() {
        return JniUtils.getNumInteropThreads();
    }

    /** Name and version of the library, for example {@code PyTorch 2.7.1}. */
    public String version() {
        return NAME + " " + engine.getVersion();
    }
}
