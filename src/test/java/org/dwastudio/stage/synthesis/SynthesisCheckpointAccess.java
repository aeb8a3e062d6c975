package org.dwastudio.stage.synthesis;

import java.io.IOException;
import java.nio.file.Path;
import org.dwastudio.run.RunDirectory;

/** Access to the checkpoints of a run folder for tests of other packages. */
public final class SynthesisCheckpointAccess {
    private SynthesisCheckpointAccess() {}

    /** Reads the newest checkpoint, and what a resumed run does with it first. */
    public static void read(Path run, int classes, int batchSize) throws IOException {
        new SynthesisCheckpointFiles(new RunDirectory(run))
                .newest()
                .ifPresent(found -> found.content().checkpoint().finished(classes, batchSize));
    }
}
