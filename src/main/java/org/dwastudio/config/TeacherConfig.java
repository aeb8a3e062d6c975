package org.dwastudio.config;

import java.util.Optional;

/**
 * Which teacher.
 *
 * @param weights {@code bundled:resnet18-w16}, or the path of a teacher, or of a weights file of any known
 *     format, whose images are then those of the experiment's dataset
 * @param network what the weights belong to; of use only for files that do not say so themselves; empty
 *     then takes the architecture that fits
 */
public record TeacherConfig(String weights, Optional<NetworkConfig> network) {
    /** The teacher that comes with the program. */
    public static final String BUNDLED = "bundled:resnet18-w16";

    public TeacherConfig withWeights(String other) {
        return new TeacherConfig(other, network);
    }

    TeacherConfig withoutFolders() {
        return new TeacherConfig(Source.withoutFolders(weights), network);
    }

    TeacherConfig located() {
        return new TeacherConfig(Source.located(weights), network);
    }
}
