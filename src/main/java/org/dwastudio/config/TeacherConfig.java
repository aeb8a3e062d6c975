package org.dwastudio.config;

import java.util.Optional;

/**
 * Which teacher.
 *
 * @param weights {@code bundled:resnet18-w16}, or the path of a weights file (safetensors or npz)
 * @param network what the weights belong to; needed only for files that do not say so themselves (npz)
 */
public record TeacherConfig(String weights, Optional<NetworkConfig> network) {
    /** The teacher that comes with the program. */
    public static final String BUNDLED = "bundled:resnet18-w16";

    public TeacherConfig withWeights(String other) {
        return new TeacherConfig(other, network);
    }

    TeacherConfig located() {
        return new TeacherConfig(Source.located(weights), network);
    }
}
