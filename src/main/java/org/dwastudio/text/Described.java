package org.dwastudio.text;

/** Failure whose message can be rendered in several languages; {@link Throwable#getMessage} returns the English text. */
public interface Described {
    /** Returns the message for the user. */
    Message description();
}
