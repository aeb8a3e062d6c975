package org.dwastudio.ui.notice;

import java.util.List;
import java.util.Optional;

/**
 * Something the user should know.
 *
 * @param severity how bad it is
 * @param key its text in the message bundles
 * @param arguments what stands in the text's places
 * @param details more for those who ask, for example a stack trace; empty when there is none
 * @param offer what can be done about it, with one click
 */
public record Notice(Severity severity, String key, List<String> arguments, String details, Optional<Offer> offer) {
    /**
     * What can be done.
     *
     * @param key its text in the message bundles
     */
    public record Offer(String key, Runnable action) {}

    /** How bad it is. */
    public enum Severity {
        DONE,
        OFFERED,
        FAILED
    }

    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** Good news. */
    public static Notice done(String key, String... arguments) {
        return new Notice(Severity.DONE, key, List.of(arguments), "", Optional.empty());
    }

    /** News that something can be done about. */
    public static Notice offering(String key, String offerKey, Runnable action, String... arguments) {
        return new Notice(Severity.OFFERED, key, List.of(arguments), "", Optional.of(new Offer(offerKey, action)));
    }

    /** Something did not work. */
    public static Notice failed(String key, String details, String... arguments) {
        return new Notice(Severity.FAILED, key, List.of(arguments), details, Optional.empty());
    }
}
