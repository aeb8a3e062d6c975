package org.dwastudio.teacher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.dwastudio.text.Described;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;

/** Failure to import weights that a network fits, but that contain more tensors; they can be left out if the user agrees. */
public final class ExtraTensorsException extends IOException implements Described {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NAMED = 8;

    private final transient Message description;
    private final List<String> extra;

    ExtraTensorsException(Path file, String network, List<String> extra) {
        this(
                Message.of(
                        "teacher.extraTensors",
                        PrintableText.escaped(file.toString()),
                        network,
                        extra.size(),
                        named(extra)),
                extra);
    }

    private ExtraTensorsException(Message description, List<String> extra) {
        super(description.english());
        this.description = description;
        this.extra = List.copyOf(extra);
    }

    @Override
    public Message description() {
        return description;
    }

    private static String named(List<String> extra) {
        return extra.stream()
                        .limit(MOST_NAMED)
                        .map(name -> "'" + PrintableText.name(name) + "'")
                        .collect(Collectors.joining(", "))
                + (extra.size() > MOST_NAMED ? ", …" : "");
    }

    /** Returns the names of the tensors that the network does not use. */
    public List<String> extra() {
        return extra;
    }
}
