package org.dwastudio.ui.notice;

import java.util.List;
import java.util.Optional;

/**
 * Message to the user.
 *
 * @param severity severity
 * @param key key of its text in the message bundles
 * @param arguments arguments of the text
 * @param details details on request, for example a stack trace; empty if there are none
 * @param offer action that the user can start with one click
 */
public record Notice(Severity severity, String key, List<String> arguments, String details, Optional<Offer> offer) {
    /**
     * Action of a notice.
     *
     * @param key key of its text in the message bundles
     */
    public record Offer(String key, Runnable action) {}

    /** Severity of a notice. */
    public enum Severity {
        DONE,
        OFFERED,
        FAILED
    }

    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** Creates a notice of success. */
    public static Notice done(String key, String... arguments) {
        return new Notice(Severity.DONE, key, List.of(arguments), "", Optional.empty());
    }

    /** Creates a notice that offers an action. */
    public static Notice offering(String key, String offerKey, Runnable action, String... arguments) {
        return new Notice(Severity.OFFERED, key, List.of(arguments), "", Optional.of(new Offer(offerKey, action)));
    }

    /** Creates a notice of a failure. */
    public static Notice failed(String key, String details, String... arguments) {
        return new Notice(Severity.FAILED, key, List.of(arguments), details, Optional.empty());
    }
}
