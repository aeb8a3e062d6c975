package org.dwastudio.ui.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.yaml.SweepReader;
import org.dwastudio.config.yaml.SweepWriter;
import org.dwastudio.sweep.SweepFolder;
import org.dwastudio.sweep.SweepRecord;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.sweep.setup.SweepLength;
import org.dwastudio.ui.sweep.setup.SweepSetupViewModel;
import org.dwastudio.ui.sweep.work.SweepStanding;
import org.dwastudio.ui.sweep.work.SweepWork;

/**
 * Folders and files of sweeps that the window opens and saves. FX thread only.
 *
 * @param work shows an opened sweep
 * @param setup takes opened settings
 * @param plan has the settings of the next sweep
 * @param library is notified of opened folders
 */
record SweepFiles(
        SweepWork work,
        SweepSetupViewModel setup,
        SweepPlan plan,
        SweepLibrary library,
        SweepViewModel.Dependencies with) {

    /**
     * Opens the folder of a sweep with its results, or a file with settings.
     *
     * @param then called after a folder was opened
     */
    void open(Path path, Runnable then) {
        if (work.stateProperty().get().isActive()) {
            with.notices().add(Notice.busy(work.busyKey()));
            return;
        }
        Path folder = SweepRecord.folderAt(path);
        boolean results = Files.isDirectory(path)
                || (path.equals(new SweepFolder(folder).settings())
                        && Files.isRegularFile(new SweepFolder(folder).trials()));
        if (results) {
            openFolder(folder, then);
        } else {
            openSettings(path);
        }
    }

    private void openFolder(Path folder, Runnable then) {
        BackgroundTask.of(() -> SweepStanding.of(SweepRecord.read(folder)))
                .onSuccess(read -> {
                    work.show(Optional.of(read));
                    setup.lengthProperty().set(SweepLength.WHOLE);
                    setup.fill(read.content());
                    library.opened(folder);
                    then.run();
                })
                .onFailure(this::cannotOpen)
                .start(with.threads());
    }

    private void openSettings(Path file) {
        BackgroundTask.of(() -> SweepReader.read(file, Map.of()))
                .onSuccess(read -> {
                    work.show(Optional.empty());
                    with.experiment().show(read.experiment());
                    setup.lengthProperty().set(SweepLength.WHOLE);
                    setup.fill(read);
                })
                .onFailure(this::cannotOpen)
                .start(with.threads());
    }

    private void cannotOpen(Throwable failure) {
        with.notices().addFailure("sweep.notice.open", failure);
    }

    /** Writes the settings of the shown or planned sweep to a file. */
    void save(Path file) {
        work.standingProperty()
                .get()
                .map(SweepStanding::content)
                .or(() -> plan.contentProperty().get().value())
                .ifPresent(written -> BackgroundTask.of(() -> {
                            SweepWriter.write(written, file);
                            return file;
                        })
                        .onSuccess(done -> with.notices().add(Notice.done("notice.saved", done.toString())))
                        .onFailure(failure -> with.notices().addFailure("notice.save", failure))
                        .start(with.threads()));
    }
}
