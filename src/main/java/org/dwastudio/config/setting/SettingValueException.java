package org.dwastudio.config.setting;

import org.dwastudio.text.Described;
import org.dwastudio.text.Message;

/** A text that is not an allowed value of a setting; the message names what is wrong and what is allowed. */
public final class SettingValueException extends Exception implements Described {
    private static final long serialVersionUID = 1L;

    private final transient Message description;

    SettingValueException(Message description) {
        super(description.english());
        this.description = description;
    }

    @Override
    public Message description() {
        return description;
    }
}
