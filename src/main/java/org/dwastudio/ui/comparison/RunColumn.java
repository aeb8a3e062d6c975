package org.dwastudio.ui.comparison;

import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.text.Message;

/**
 * Column of the comparison.
 *
 * @param folder run folder as the user chose it
 * @param content what was read; empty if the folder cannot be read
 * @param failure reason why it cannot be read; empty if it was read
 */
record RunColumn(Path folder, Optional<RunContent> content, Optional<Message> failure) {
    static RunColumn of(Path folder, RunContent content) {
        return new RunColumn(folder, Optional.of(content), Optional.empty());
    }

    static RunColumn failed(Path folder, Message failure) {
        return new RunColumn(folder, Optional.empty(), Optional.of(failure));
    }
}
