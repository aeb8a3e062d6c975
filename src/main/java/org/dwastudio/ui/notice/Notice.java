package org.dwastudio.ui.notice;

import java.util.ArrayList;
import java.util.List;

/**
 * Message to the user.
 *
 * @param severity severity
 * @param key key of its text in the message bundles
 * @param values arguments of the text: texts, or messages that are rendered in the window's language
 * @param details details on request, for example a stack trace; empty if there are none
 * @param offers next steps that the user can take with one click
 */
public record Notice(Severity severity, String key, List<Object> values, String details, List<Offer> offers) {
    /**
     * A next step as a button.
     *
     * @param key key of its text in the message bundles
     */
    public record Offer(String key, NextStep step) {}

    /** Severity of a notice, which also decides how long it stays. */
    public enum Severity {
        /** Fades after the user has seen it. */
        DONE,
        /** Stays until it is taken or closed. */
        OFFERED,
        /** Stays until the engine is idle. */
        BUSY,
        /** Stays until it is closed or its subject leaves the window. */
        FAILED
    }

    public Notice {
        values = List.copyOf(values);
        offers = List.copyOf(offers);
    }

    /** Creates a notice of success. */
    public static Notice done(String key, Object... arguments) {
        return new Notice(Severity.DONE, key, List.of(arguments), "", List.of());
    }

    /** Creates a notice that offers an action. */
    public static Notice offering(String key, String offerKey, Runnable action, String... arguments) {
        return new Notice(
                Severity.OFFERED,
                key,
                List.<Object>of((Object[]) arguments),
                "",
                List.of(new Offer(offerKey, new NextStep.Act(action))));
    }

    /** Creates a notice that something must wait until the engine is idle. */
    public static Notice busy(String key) {
        return new Notice(Severity.BUSY, key, List.of(), "", List.of());
    }

    /**
     * Creates a notice of a failure.
     *
     * @param values texts or messages
     */
    public static Notice failed(String key, String details, Object... values) {
        return new Notice(Severity.FAILED, key, List.of(values), details, List.of());
    }

    /** Returns the same notice with a further next step. */
    public Notice with(String offerKey, NextStep step) {
        List<Offer> more = new ArrayList<>(offers);
        more.add(new Offer(offerKey, step));
        return new Notice(severity, key, values, details, more);
    }

    /** Returns the arguments of the text in English. */
    public List<String> arguments() {
        return values.stream().map(Object::toString).toList();
    }
}
