package org.dwastudio.teacher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.dwastudio.text.PrintableText;

/** Failure to import weights that a network fits, but that contain more tensors; they can be left out if the user agrees. */
public final class ExtraTensorsException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NAMED = 8;

    private final List<String> extra;

    ExtraTensorsException(Path file, String network, List<String> extra) {
        super(PrintableText.escaped(file.toString()) + ": these tensors fit " + network + ", but the file has "
                + extra.size() + " more: " + named(extra)
                + ". They may be left out if they belong to a loss, a metric or"
                + " a copy of the network: import-weights --ignore-extra.");
        this.extra = List.copyOf(extra);
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
