package org.dwastudio.text;

import org.jspecify.annotations.Nullable;

/** Refusal of a value with a message in several languages. */
public final class DescribedArgumentException extends IllegalArgumentException implements Described {
    private static final long serialVersionUID = 1L;

    private final transient Message description;

    public DescribedArgumentException(Message description) {
        this(description, null);
    }

    public DescribedArgumentException(Message description, @Nullable Throwable cause) {
        super(description.english(), cause);
        this.description = description;
    }

    @Override
    public Message description() {
        return description;
    }
}
