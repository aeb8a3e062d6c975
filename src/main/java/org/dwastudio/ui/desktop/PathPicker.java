package org.dwastudio.ui.desktop;

import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.ui.screen.Messages;

/** Asks the user for files and folders; empty when the user changed their mind. */
public interface PathPicker {

    /** An experiment's file, or a picture that holds one. */
    Optional<Path> experimentToOpen(Messages texts);

    Optional<Path> runToOpen(Messages texts);

    /**
     * A place for an experiment.
     *
     * @param suggestedName a file name
     */
    Optional<Path> experimentToSave(String suggestedName, Messages texts);

    Optional<Path> exportFolder(Messages texts);

    /**
     * A place for a report.
     *
     * @param suggestedName a file name
     */
    Optional<Path> reportFile(String suggestedName, Messages texts);

    Optional<Path> tensorFile(Messages texts);

    /** A teacher's own file. */
    Optional<Path> teacherFile(Messages texts);

    /** Weights of this or another program. */
    Optional<Path> weightsFile(Messages texts);

    /** The folder of a squeeze to go on with. */
    Optional<Path> runFolder(Messages texts);

    /** The folder of a run whose pictures are to be evaluated. */
    Optional<Path> evaluatedRun(Messages texts);

    Optional<Path> datasetFolder(Messages texts);

    Optional<Path> datasetArchive(Messages texts);

    /** The folder of a build of PyTorch. */
    Optional<Path> libtorchFolder(Messages texts);

    /** The folder in which downloaded datasets get their own. */
    Optional<Path> datasetParent(Messages texts);
}
