package org.dwastudio.nn.torch;

import ai.djl.pytorch.jni.LibUtils;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Log level of PyTorch's native code. At its default level, PyTorch prints a warning for every convolution on a processor
 * that NNPACK does not support, hundreds in a short run. Its environment variable counts only in a Python process.
 */
final class NativeLogLevel {
    /** Level at which only errors are printed. */
    static final int ERROR = 2;

    private static final String LIBRARY = "c10";
    private static final String LEVEL = "FLAGS_caffe2_log_level";
    private static final Logger LOG = LoggerFactory.getLogger(NativeLogLevel.class);

    private NativeLogLevel() {}

    /** Silences warnings of PyTorch's native code. Must be called after the engine is loaded. */
    static void raise() {
        if (Platform.isWindows()) {
            // NNPACK is not a part of these builds.
            return;
        }
        try {
            level().setInt(0, ERROR);
        } catch (UnsatisfiedLinkError e) {
            LOG.debug("The log level of PyTorch cannot be set", e);
        }
    }

    /** Returns the address of the level. */
    static Pointer level() {
        Path library = Path.of(LibUtils.getLibtorchPath(), System.mapLibraryName(LIBRARY));
        return NativeLibrary.getInstance(library.toString()).getGlobalVariableAddress(LEVEL);
    }
}
