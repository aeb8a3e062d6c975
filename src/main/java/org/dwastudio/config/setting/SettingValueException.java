package org.dwastudio.config.setting;

/** A text that is not an allowed value of a setting; the message names what is wrong and what is allowed. */
public final class SettingValueException extends Exception {
    private static final long serialVersionUID = 1L;

    SettingValueException(String message) {
        super(message);
    }
}
