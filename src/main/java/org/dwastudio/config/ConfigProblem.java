package org.dwastudio.config;

/**
 * One thing wrong with an experiment.
 *
 * @param place file and line, or where else the value came from, for example {@code experiment.yaml:12}
 * @param key the setting with its block, for example {@code synthesis.rho}; empty when the whole file is meant
 * @param message what is wrong and what is allowed
 */
public record ConfigProblem(String place, String key, String message) {

    /** The problem as one line. */
    public String describe() {
        return key.isEmpty() ? place + ": " + message : place + ": " + key + ": " + message;
    }
}
