package org.dwastudio.weights.torch;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.pickle.ForbiddenGlobalException;
import org.dwastudio.weights.pickle.PickledGlobal;

/**
 * Names of classes and functions in PyTorch files. None of them is ever called: what is not part of a tensor becomes a
 * placeholder. Files that would run commands in Python are refused nevertheless, because their authors are up to no good.
 */
final class TorchGlobals {
    /** Module in which TorchScript keeps the classes of an archive. */
    static final String SCRIPTED = "__torch__";

    private static final Set<String> PLAIN = Set.of("collections.OrderedDict", "torch.Size", "torch.device");
    private static final Set<String> LISTS = Set.of(
            "torch.jit._pickle.build_intlist",
            "torch.jit._pickle.build_doublelist",
            "torch.jit._pickle.build_boollist",
            "torch.jit._pickle.build_tensorlist",
            "torch.jit._pickle.build_tensor_from_id",
            "torch.jit._pickle.restore_type_tag");
    private static final Set<String> COMMAND_MODULES = Set.of(
            "os",
            "posix",
            "nt",
            "subprocess",
            "_posixsubprocess",
            "pty",
            "runpy",
            "shutil",
            "socket",
            "webbrowser",
            "ctypes",
            "importlib",
            "pdb",
            "bdb");
    private static final Set<String> COMMANDS =
            Set.of("eval", "exec", "execfile", "compile", "open", "input", "breakpoint", "__import__");

    private TorchGlobals() {}

    /** Returns true for names of functions that run commands or other code when Python opens the file. */
    static boolean runsCommands(PickledGlobal global) {
        String top = global.module().replaceFirst("\\..*", "");
        boolean builtin = top.equals("builtins") || top.equals("__builtin__");
        return (COMMAND_MODULES.contains(top) && !isPath(global)) || (builtin && COMMANDS.contains(global.name()));
    }

    private static boolean isPath(PickledGlobal global) {
        return global.name().endsWith("stat_result") || global.name().endsWith("terminal_size");
    }

    /** Returns the names that are not part of tensors, to be listed. */
    static List<String> placeholders(Collection<PickledGlobal> globals) {
        return globals.stream()
                .filter(global -> !isPartOfTensors(global) && !isScripted(global))
                .map(global -> PrintableText.name(global.qualifiedName()))
                .toList();
    }

    private static boolean isPartOfTensors(PickledGlobal global) {
        return PLAIN.contains(global.qualifiedName())
                || LISTS.contains(global.qualifiedName())
                || TorchTensor.isRebuild(global)
                || NumpyArray.isPart(global)
                || TorchStorageType.of(global).isPresent()
                || TorchStorageType.isFormat(global);
    }

    static boolean isScripted(PickledGlobal global) {
        return global.module().equals(SCRIPTED) || global.module().startsWith(SCRIPTED + ".");
    }

    /** Returns the message for a file that would run commands. */
    static Message refusal(ForbiddenGlobalException forbidden) {
        return Message.of(
                "torch.forbidden", PrintableText.name(forbidden.global().qualifiedName()));
    }
}
