package org.dwastudio.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.ui.screen.Texts;

/** Asks the user for files and folders; empty when the user changed their mind. */
public interface PathPicker {

    /** An experiment's file, or a picture that holds one. */
    Optional<Path> experimentToOpen(Texts texts);

    Optional<Path> runToOpen(Texts texts);

    /**
     * A place for an experiment.
     *
     * @param suggestedName a file name
     */
    Optional<Path> experimentToSave(String suggestedName, Texts texts);

    Optional<Path> exportFolder(Texts texts);

    /**
     * A place for a report.
     *
     * @param suggestedName a file name
     */
    Optional<Path> reportFile(String suggestedName, Texts texts);

    Optional<Path> tensorFile(Texts texts);

    /** A teacher's own file. */
    Optional<Path> teacherFile(Texts texts);

    /** Weights of this or another program. */
    Optional<Path> weightsFile(Texts texts);

    /** The folder of a squeeze to go on with. */
    Optional<Path> runFolder(Texts texts);

    /** The folder of a run whose pictures are to be evaluated. */
    Optional<Path> evaluatedRun(Texts texts);

    Optional<Path> datasetFolder(Texts texts);

    Optional<Path> datasetArchive(Texts texts);

    /** The folder of a build of PyTorch. */
    Optional<Path> libtorchFolder(Texts texts);

    /** The folder in which downloaded datasets get their own. */
    Optional<Path> datasetParent(Texts texts);
}
