package org.dwastudio.weights.torch;

import java.util.Set;
import java.util.function.Predicate;
import org.dwastudio.weights.pickle.ForbiddenGlobalException;
import org.dwastudio.weights.pickle.PickledGlobal;

/** Allow-list of the classes and functions that a file of tensors may name; none of them is ever called. */
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

    private TorchGlobals() {}

    /** Returns the names allowed in state dicts and checkpoints. */
    static Predicate<PickledGlobal> ofStateDicts() {
        return global -> PLAIN.contains(global.qualifiedName())
                || TorchTensor.isRebuild(global)
                || TorchStorageType.of(global).isPresent()
                || TorchStorageType.isFormat(global);
    }

    /** Returns the names allowed in TorchScript archives: those of state dicts and the archive's own classes. */
    static Predicate<PickledGlobal> ofScripts() {
        return ofStateDicts().or(global -> LISTS.contains(global.qualifiedName()) || isScripted(global));
    }

    static boolean isScripted(PickledGlobal global) {
        return global.module().equals(SCRIPTED) || global.module().startsWith(SCRIPTED + ".");
    }

    /** Returns the message for a file that names anything else, with the action to take. */
    static String refusal(ForbiddenGlobalException forbidden) {
        PickledGlobal global = forbidden.global();
        if (global.module().startsWith("torch") && global.name().endsWith("Storage")) {
            return "it holds a storage of the unknown type " + global.qualifiedName()
                    + ". Please save the weights as float32.";
        }
        return "it holds " + global.qualifiedName() + ", and only tensors are read, so that a file cannot run"
                + " anything. Please save only the weights in PyTorch: torch.save(model.state_dict(), FILE), or of a"
                + " checkpoint torch.save(checkpoint['state_dict'], FILE).";
    }
}
