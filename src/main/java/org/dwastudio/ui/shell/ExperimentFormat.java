package org.dwastudio.ui.shell;

import java.nio.file.Path;
import org.dwastudio.config.Experiment;

/** How experiments are read from files and written to them. */
public interface ExperimentFormat {

    /** @throws Exception whose message says what is wrong, where, and what to do */
    Experiment read(Path file) throws Exception;

    /** @throws Exception whose message says why the file could not be written */
    void write(Experiment experiment, Path file) throws Exception;
}
