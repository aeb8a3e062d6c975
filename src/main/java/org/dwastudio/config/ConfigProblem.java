package org.dwastudio.config;

import org.dwastudio.text.Message;

/**
 * One thing wrong with an experiment.
 *
 * @param place file and line, or where else the value came from, for example {@code experiment.yaml:12}
 * @param key the setting with its block, for example {@code synthesis.rho}; empty when the whole file is meant
 * @param message what is wrong and what is allowed
 */
public record ConfigProblem(String place, String key, Message message) {
    public ConfigProblem(String place, String key, String message) {
        this(place, key, Message.literal(message));
    }

    /** The problem as one line. */
    public Message describe() {
        return Message.of("config.problem", key.isEmpty() ? place : place + ": " + key, message);
    }
}
