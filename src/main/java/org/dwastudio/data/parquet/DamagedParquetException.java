package org.dwastudio.data.parquet;

import java.io.IOException;
import org.dwastudio.text.Described;
import org.dwastudio.text.Message;
import org.jspecify.annotations.Nullable;

/** Contradiction in the bytes of a Parquet file, with a message in several languages. */
final class DamagedParquetException extends IOException implements Described {
    private static final long serialVersionUID = 1L;

    private final transient Message description;

    /**
     * Creates a failure.
     *
     * @param detail what the bytes contradict
     */
    DamagedParquetException(Message detail) {
        this(detail, null);
    }

    DamagedParquetException(Message detail, @Nullable Throwable cause) {
        this(cause, Message.of("parquet.damaged", detail));
    }

    private DamagedParquetException(@Nullable Throwable cause, Message description) {
        super(description.english(), cause);
        this.description = description;
    }

    @Override
    public Message description() {
        return description;
    }
}
