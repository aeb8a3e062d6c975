package org.dwastudio.nn.torch;

import ai.djl.engine.EngineException;
import ai.djl.util.Utils;
import java.io.IOException;
import org.dwastudio.text.Described;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.jspecify.annotations.Nullable;

/** Failure to load PyTorch, with a message in several languages. */
public final class EngineLoadException extends EngineException implements Described {
    private static final long serialVersionUID = 1L;
    private static final String CACHE = "pytorch";

    private final transient Message description;

    private EngineLoadException(Message description, @Nullable EngineException cause) {
        super(description.english(), cause);
        this.description = description;
    }

    /** Creates a failure with a message that reads the same in every language. */
    static EngineLoadException of(String message) {
        return new EngineLoadException(Message.literal(message), null);
    }

    /** Translates a failure of the engine: its libraries are unpacked to a folder of the user before they are loaded. */
    static EngineLoadException of(EngineException failure) {
        Throwable root = failure;
        boolean unpacking = false;
        while (root.getCause() != null) {
            root = root.getCause();
            unpacking = unpacking || root instanceof IOException;
        }
        Message reason = FailureCause.reason(root);
        return new EngineLoadException(
                unpacking
                        ? Message.of("engine.notUnpacked", Utils.getEngineCacheDir(CACHE), reason)
                        : Message.of("engine.notLoaded", reason),
                failure);
    }

    @Override
    public Message description() {
        return description;
    }
}
