package org.dwastudio.compute;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reason why a setting cannot be used. The command line shows its English message, the window a translated one.
 *
 * @param kind kind of problem
 * @param arguments arguments of the message, in order
 */
public record ComputeProblem(Kind kind, List<String> arguments) {

    /** Kind of problem. */
    public enum Kind {
        UNKNOWN_KEY("{0}: unknown setting. Available settings: device, library, threads, interopThreads."),
        BAD_DEVICE("device: “{0}” is not a device. Please enter auto, cpu, gpu, or gpu:N with N counted from 0."),
        BAD_LIBRARY(
                "library: “{0}” is not a PyTorch build. Please enter bundled, cuda, or the" + " folder of a libtorch."),
        BAD_THREADS("{0}: “{1}” is not a number of threads. Please enter a number from 1 to {2}, or"
                + " 0 for the default."),
        UNREADABLE("{0} cannot be read: {1}. The defaults are used until it is corrected or deleted."),
        NO_FOLDER("{0} does not exist. Please choose the folder of a libtorch."),
        NO_LIBTORCH("{0} contains no libtorch: {1} is neither in it nor in its folder lib. Please"
                + " choose another folder."),
        UNKNOWN_VERSION("The PyTorch version of {0} is unknown: there is neither build-version nor"
                + " version.py. Please choose an unmodified libtorch {1}."),
        WRONG_VERSION("{0} is PyTorch {1}. This program requires version {2};"
                + " please choose a libtorch of that version."),
        OTHER_BUILD("{0} is a build for {1}. This program requires a build for {2}; please choose one of them."),
        NO_CUDA_HERE("There is no PyTorch build with CUDA for {0}."),
        NO_CUDA_BUILD("The PyTorch build with CUDA is not in {0} yet. Please download it in Preferences,"
                + " Compute, or with dwa-studio devices --fetch-cuda."),
        NEEDS_CUDA("The chosen PyTorch build has no CUDA: it supports only the processor. Please"
                + " choose another build."),
        NO_DRIVER("No NVIDIA graphics driver was found. Please install it, or choose the processor."),
        OLD_DRIVER(
                "The graphics driver supports CUDA {0}; version {1} or newer is required. Please update the driver."),
        NO_GPU("The driver reports no NVIDIA graphics card that this program can use."),
        NO_SUCH_GPU("There is no GPU {0}: {1} were found, counted from 0. Please choose one of them."),
        ENVIRONMENT("{0} names a PyTorch build that cannot be used. {1} Please correct or unset that variable."),
        NOT_LOADED("PyTorch in {0} cannot be loaded: {1}");

        private final String pattern;

        Kind(String words) {
            this.pattern = words;
        }

        /** Returns a pattern for {@link MessageFormat}. */
        public String pattern() {
            return pattern;
        }
    }

    public ComputeProblem {
        arguments = List.copyOf(arguments);
    }

    static ComputeProblem of(Kind kind, Object... arguments) {
        return new ComputeProblem(
                kind, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** Returns the message in English. */
    public String message() {
        return new MessageFormat(kind.pattern(), Locale.ROOT).format(arguments.toArray());
    }
}
