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
        UNKNOWN_KEY("{0}: there is no such setting. There are: device, library, threads, interopThreads."),
        BAD_DEVICE("device: “{0}” is no device. Please write auto, cpu, gpu, or gpu:N with N counted from 0."),
        BAD_LIBRARY("library: “{0}” is no build of PyTorch. Please write bundled, cuda, or the folder of a libtorch."),
        BAD_THREADS("{0}: “{1}” is no number of threads. Please write one from 1 to {2}, or 0 for the usual number."),
        UNREADABLE("{0} cannot be read: {1}. The usual settings count until it is mended or deleted."),
        NO_FOLDER("{0} is not there. Please choose the folder of a libtorch."),
        NO_LIBTORCH("{0} holds no libtorch: {1} is neither in it nor in its folder lib. Please choose another folder."),
        UNKNOWN_VERSION(
                "{0} does not tell which version of PyTorch it is: there is neither build-version nor version.py."
                        + " Please choose a libtorch {1} as its publisher packed it."),
        WRONG_VERSION("{0} is PyTorch {1}. This program works with version {2} alone; please choose one of that."),
        OTHER_BUILD("{0} is a build for {1}. This program works with those for {2}; please choose one of them."),
        NO_CUDA_HERE("There is no CUDA build of PyTorch for {0}."),
        NO_CUDA_BUILD("The CUDA build of PyTorch is not in {0} yet. Please fetch it in Preferences, Compute, or with"
                + " dwa-studio devices --fetch-cuda."),
        NEEDS_CUDA(
                "The chosen build of PyTorch has no CUDA: it knows the processor alone. Please choose another build."),
        NO_DRIVER("No driver of an NVIDIA graphics card was found. Please install it, or choose the processor."),
        OLD_DRIVER("The driver of the graphics card knows CUDA {0}; needed is {1} or newer. Please update the driver."),
        NO_GPU("The driver finds no NVIDIA graphics card that this program may use."),
        NO_SUCH_GPU("There is no GPU {0}: {1} were found, counted from 0. Please choose one of them."),
        ENVIRONMENT("{0} names a build of PyTorch that cannot be used. {1} Please correct or unset that variable."),
        NOT_LOADED("PyTorch in {0} does not load here: {1}");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns a pattern for {@link MessageFormat}. */
        public String words() {
            return words;
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
        return new MessageFormat(kind.words(), Locale.ROOT).format(arguments.toArray());
    }
}
