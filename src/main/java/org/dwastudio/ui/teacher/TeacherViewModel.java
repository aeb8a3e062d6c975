package org.dwastudio.ui.teacher;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.engine.Engine;
import org.dwastudio.engine.TeacherSummary;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.screen.LoadState;

/** View model of the experiment's teacher and its summary. FX thread only. */
public final class TeacherViewModel {
    private final Engine engine;
    private final Executor fxExecutor;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<LoadState<TeacherSummary>> facts =
            new ReadOnlyObjectWrapper<>(this, "facts", LoadState.waiting());
    private Optional<TeacherConfig> wanted = Optional.empty();

    public TeacherViewModel(Engine engine, Executor fxExecutor, Notices notices) {
        this.engine = engine;
        this.fxExecutor = fxExecutor;
        this.notices = notices;
    }

    /** Returns the summary shown on the card. */
    public ReadOnlyObjectProperty<LoadState<TeacherSummary>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Returns true if the shown teacher is the bundled one. */
    public boolean isBundled() {
        return wanted.filter(config -> config.weights().equals(TeacherConfig.BUNDLED))
                .isPresent();
    }

    /** Returns the file name of the shown teacher without its extension. */
    public String fileName() {
        return wanted.map(config -> Path.of(config.weights()).getFileName().toString())
                .map(name -> name.replaceFirst("\\.[^.]+$", ""))
                .orElse("");
    }

    /** Reads a teacher's summary, unless it is the one already shown. */
    public void load(TeacherConfig config) {
        if (wanted.equals(Optional.of(config))) {
            return;
        }
        wanted = Optional.of(config);
        facts.set(LoadState.waiting());
        CompletionStage<TeacherSummary> summary = engine.teachers().summary(config);
        summary.whenCompleteAsync((found, failure) -> show(config, found, failure), fxExecutor);
    }

    /** Reads the shown teacher's summary again, because it is compared with another dataset. */
    public void refresh() {
        Optional<TeacherConfig> shown = wanted;
        wanted = Optional.empty();
        shown.ifPresent(this::load);
    }

    private void show(TeacherConfig config, TeacherSummary found, Throwable failure) {
        if (!wanted.equals(Optional.of(config))) {
            return;
        }
        if (failure == null) {
            facts.set(LoadState.of(found));
        } else {
            facts.set(LoadState.failed());
            notices.addFailure("notice.teacher", failure);
        }
    }
}
