package org.dwastudio.compute;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Query of NVIDIA's driver (CUDA driver API), which needs neither PyTorch nor a CUDA toolkit. Without a driver its
 * library is missing; a driver without a card reports that.
 */
final class NvidiaDriver {
    private static final Logger LOG = LoggerFactory.getLogger(NvidiaDriver.class);
    private static final List<String> LINUX = List.of("libcuda.so.1", "libcuda.so");
    private static final List<String> WINDOWS = List.of("nvcuda");
    private static final int SUCCESS = 0;
    private static final int CAPABILITY_MAJOR = 75;
    private static final int CAPABILITY_MINOR = 76;
    private static final int NAME_BYTES = 256;

    private final NativeLibrary library;

    private NvidiaDriver(NativeLibrary library) {
        this.library = library;
    }

    /** Returns the driver's current information. */
    static CudaDriverInfo query() {
        return open().map(NvidiaDriver::found).orElseGet(CudaDriverInfo.NoDriver::new);
    }

    private static Optional<NvidiaDriver> open() {
        List<String> names = Platform.isWindows() ? WINDOWS : Platform.isLinux() ? LINUX : List.of();
        for (String name : names) {
            try {
                return Optional.of(new NvidiaDriver(NativeLibrary.getInstance(name)));
            } catch (UnsatisfiedLinkError e) {
                LOG.debug("{} is not there", name, e);
            }
        }
        return Optional.empty();
    }

    private CudaDriverInfo found() {
        try {
            int began = call("cuInit", 0);
            IntByReference version = new IntByReference();
            call("cuDriverGetVersion", version);
            List<Gpu> gpus = new ArrayList<>();
            if (began == SUCCESS) {
                IntByReference count = new IntByReference();
                call("cuDeviceGetCount", count);
                for (int i = 0; i < count.getValue(); i++) {
                    gpus.add(gpu(i));
                }
            } else {
                LOG.debug("the driver does not begin: {}", began);
            }
            return new CudaDriverInfo.Driver(version.getValue(), gpus);
        } catch (UnsatisfiedLinkError e) {
            LOG.debug("the driver lacks a function", e);
            return new CudaDriverInfo.NoDriver();
        }
    }

    private Gpu gpu(int index) {
        IntByReference handle = new IntByReference();
        call("cuDeviceGet", handle, index);
        int device = handle.getValue();
        String name;
        try (Memory text = new Memory(NAME_BYTES)) {
            text.clear();
            call("cuDeviceGetName", (Pointer) text, NAME_BYTES, device);
            name = text.getString(0);
        }
        LongByReference bytes = new LongByReference();
        call("cuDeviceTotalMem_v2", bytes, device);
        return new Gpu(
                index,
                name,
                bytes.getValue(),
                attribute(CAPABILITY_MAJOR, device) + "." + attribute(CAPABILITY_MINOR, device));
    }

    private int attribute(int which, int device) {
        IntByReference value = new IntByReference();
        call("cuDeviceGetAttribute", value, which, device);
        return value.getValue();
    }

    private int call(String function, Object... arguments) {
        return library.getFunction(function).invokeInt(arguments);
    }
}
