package org.dwastudio.ui.workspace;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.stage.StagePage;
import org.dwastudio.ui.stage.StagePages;

/**
 * Run of all stages that are needed, one after the other, each on its page, and a report at the end. Ends early when a
 * stage is stopped or fails. FX thread only.
 */
public final class PipelineSequencer {
    private final StageController controller;
    private final StagePages pages;
    private final Consumer<Locale> report;
    private final Executor fxExecutor;
    private final ReadOnlyObjectWrapper<Optional<StagePage>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
    private Locale language = Locale.ENGLISH;

    /**
     * Creates an idle sequencer.
     *
     * @param report writes the report after the last stage, in a language
     */
    public PipelineSequencer(StageController controller, Consumer<Locale> report, Executor fxExecutor) {
        this.controller = controller;
        this.pages = controller.pages();
        this.report = report;
        this.fxExecutor = fxExecutor;
        controller.stateProperty().subscribe(this::follow);
    }

    /**
     * Starts the first stage that is needed. If a stage is active, only those after it are added.
     *
     * @param reportLanguage language of the report
     */
    public void start(Locale reportLanguage) {
        if (controller.isOtherActive()) {
            controller.addBusyNotice();
            return;
        }
        language = reportLanguage;
        pages.busy().ifPresentOrElse(busy -> current.set(Optional.of(busy)), () -> pages.firstNeeded()
                .ifPresent(this::begin));
    }

    /** The stage after which the next one starts; empty while none is to follow. */
    public ReadOnlyObjectProperty<Optional<StagePage>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    private void begin(StagePage page) {
        controller.show(page.stage());
        current.set(Optional.of(page));
        controller.start();
        if (!controller.stateProperty().get().isActive()) {
            current.set(Optional.empty());
        }
    }

    private void follow(RunPhase state) {
        if (state == RunPhase.STOPPING) {
            current.set(Optional.empty());
        } else if (state == RunPhase.IDLE && current.get().isPresent()) {
            // Later, because other listeners of the ended stage have to be notified first.
            fxExecutor.execute(this::proceed);
        }
    }

    private void proceed() {
        Optional<StagePage> ended = current.get();
        current.set(Optional.empty());
        ended.filter(StagePage::hasSucceeded).ifPresent(page -> {
            page.handOver();
            pages.nextNeeded(page.stage()).ifPresentOrElse(this::begin, () -> report.accept(language));
        });
    }
}
