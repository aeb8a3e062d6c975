package org.dwastudio.ui.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.yaml.ExperimentFileName;
import org.dwastudio.ui.dataset.DatasetChoiceViewModel;
import org.dwastudio.ui.desktop.FileType;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;

/**
 * Handler of files and folders dropped on the window: an experiment, an image that contains one, a run folder or a
 * dataset. FX thread only.
 */
public final class DroppedFiles {
    private final ExperimentFiles experiments;
    private final DatasetChoiceViewModel datasets;
    private final Notices notices;

    public DroppedFiles(ExperimentFiles experiments, DatasetChoiceViewModel datasets, Notices notices) {
        this.experiments = experiments;
        this.datasets = datasets;
        this.notices = notices;
    }

    /** Returns whether exactly one path was dropped; {@link #open} detects its type. */
    public boolean accepts(List<Path> dropped) {
        return dropped.size() == 1;
    }

    /** Opens the dropped file or folder, or shows a notice if it cannot be opened. */
    public void open(List<Path> dropped) {
        if (!accepts(dropped)) {
            notices.add(Notice.failed("dataset.notice.dropOne", ""));
            return;
        }
        Path path = dropped.get(0);
        Optional<Path> experiment = experimentIn(path);
        if (experiment.isPresent()) {
            experiments.open(experiment.get());
        } else if (Files.isDirectory(path) || FileType.ARCHIVES.fits(path)) {
            datasets.choose(path);
        } else {
            notices.add(Notice.failed("dataset.notice.dropUnknown", "", path.toString()));
        }
    }

    private static Optional<Path> experimentIn(Path path) {
        return Optional.of(path)
                .filter(file -> Files.isRegularFile(file.resolve(OpenedFile.IN_RUN_FOLDER))
                        || ExperimentFileName.fits(file)
                        || (OpenedFile.isImage(file) && !Files.isDirectory(file)));
    }
}
