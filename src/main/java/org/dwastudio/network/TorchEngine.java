package org.dwastudio.network;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;

/** The tensor engine, loaded once its surroundings are set: PyTorch behind DJL, telemetry off. */
public final class TorchEngine {
    private static final String NAME = "PyTorch";

    private final Engine engine;

    private TorchEngine(Engine engine) {
        this.engine = engine;
    }

    /**
     * Loads the native library. The first call takes about a second, later ones nothing.
     *
     * @throws ai.djl.engine.EngineException if there is no native library for this platform
     */
    public static TorchEngine load() {
        // DJL asks a cloud metadata service at load unless told not to; it reads this on first use.
        System.setProperty("OPT_OUT_TRACKING", "true");
        InstructionLimit.set();
        return new TorchEngine(Engine.getEngine(NAME));
    }

    /** A manager on the first GPU, or on the processor where there is none. Close it. */
    public NDManager newManager() {
        return newManager(devices().get(0));
    }

    /** A manager whose tensors live on the given device. Close it. */
    public NDManager newManager(Device device) {
        return engine.newBaseManager(device);
    }

    /** The devices to choose from: GPUs first, the processor last. */
    public List<Device> devices() {
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < engine.getGpuCount(); i++) {
            devices.add(Device.gpu(i));
        }
        devices.add(Device.cpu());
        return List.copyOf(devices);
    }

    /** Processor threads that one operation may use. */
    public int threads() {
        return JniUtils.getNumThreads();
    }

    /** Name and version of the library, for example {@code PyTorch 2.7.1}. */
    public String version() {
        return NAME + " " + engine.getVersion();
    }
}
