package org.dwastudio.train.label;

import java.io.IOException;
import java.nio.file.Path;
import org.dwastudio.text.Described;
import org.dwastudio.text.Message;

/** Soft labels that were stored for another teacher, set of images, seed or recipe. */
public final class ForeignLabelsException extends IOException implements Described {
    private static final long serialVersionUID = 1L;

    private final transient Message description;

    ForeignLabelsException(Path file, String what, String found, String expected) {
        this(Message.of("labels.foreign", file, plural(what), found, expected));
    }

    private ForeignLabelsException(Message description) {
        super(description.english());
        this.description = description;
    }

    @Override
    public Message description() {
        return description;
    }

    private static Message plural(String what) {
        return switch (what) {
            case "teacher" -> Message.of("labels.ofTeacher");
            case "pictures" -> Message.of("labels.ofImages");
            case "views" -> Message.of("labels.ofAugmentation");
            default -> Message.literal(what + "s");
        };
    }
}
