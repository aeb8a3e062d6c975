package org.dwastudio.ui.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.queue.PresetDifferences;
import org.dwastudio.queue.QueueState;
import org.dwastudio.queue.QueuedRun;
import org.dwastudio.queue.QueuedStage;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.queue.QueueViewModel;
import org.dwastudio.ui.stage.QueueingPage;
import org.dwastudio.ui.stage.StagePage;

/** Addition of stages to the queue, and changes of their settings. FX thread only. */
public final class QueueAdditions {
    private final QueueViewModel queue;
    private final StageController stages;
    private final ExperimentFiles files;
    private final Notices notices;
    private final BooleanBinding cannotAdd;

    /** Creates the additions to a queue. */
    public QueueAdditions(QueueViewModel queue, StageController stages, ExperimentFiles files, Notices notices) {
        this.queue = queue;
        this.stages = stages;
        this.files = files;
        this.notices = notices;
        cannotAdd = Bindings.createBooleanBinding(this::cannotAdd, sources());
    }

    /** Returns the queue. */
    public QueueViewModel queue() {
        return queue;
    }

    /** True while the stage of the shown page cannot be queued. */
    public BooleanBinding cannotAddBinding() {
        return cannotAdd;
    }

    private boolean cannotAdd() {
        return stages.shownPage()
                .queueing()
                .filter(page -> page.problems().isEmpty())
                .filter(page ->
                        !page.usesImages() || page.inputProperty().getValue().isPresent())
                .isEmpty();
    }

    private Observable[] sources() {
        List<Observable> sources = new ArrayList<>(List.of(stages.problemSources()));
        stages.pages().all().forEach(page -> page.queueing().ifPresent(one -> sources.add(one.inputProperty())));
        return sources.toArray(Observable[]::new);
    }

    /**
     * Queues the stage of the shown page with the settings of the window. While this stage is active, or if the same is queued
     * already, opens the list instead, where settings can be changed before.
     */
    public void addShown() {
        StagePage page = stages.shownPage();
        page.queueing()
                .filter(queueing -> !cannotAdd())
                .ifPresent(queueing -> add(page, queueing, files.shownExperiment()));
    }

    private void add(StagePage page, QueueingPage queueing, Experiment experiment) {
        QueuedRun run = queueing.inputProperty()
                .getValue()
                .filter(folder -> queueing.usesImages())
                .map(QueuedRun::on)
                .orElseGet(QueuedRun::fresh);
        QueuedStage stage = queue.create(page.stage(), experiment, run);
        queue.whenOwned(() -> {
            if (page.work().isActive() || queue.lineProperty().get().contains(stage)) {
                queue.show();
                queue.edit().open(stage, queueing.block(), differences(stage), true, this::add);
            } else {
                add(stage);
            }
        });
    }

    /** Queues a stage that makes a run of its own, with given settings. */
    public void add(StageName stage, Experiment experiment) {
        add(queue.create(stage, experiment, QueuedRun.fresh()));
    }

    private void add(QueuedStage stage) {
        queue.whenOwned(() -> {
            queue.add(stage);
            if (stages.stateProperty().get().isActive()
                    && queue.lineProperty().get().find(stage.id()).isPresent()) {
                int waiting = queue.lineProperty().get().waiting().size();
                String key = queue.pausedProperty().get() ? "queue.notice.addedPaused" : "queue.notice.added";
                notices.add(Notice.done(key, stage.experiment().name(), waiting));
            }
        });
    }

    /** Begins to change the settings of a queued stage that is not running. */
    public void change(QueuedStage stage) {
        stages.pages().of(stage.stage()).queueing().ifPresent(page -> queue.edit()
                .open(stage, page.block(), differences(stage), false, this::replace));
    }

    /** Changes a stage unless it has begun meanwhile; then the settings are offered as another stage. */
    private void replace(QueuedStage changed) {
        Optional<QueuedStage> now = queue.lineProperty().get().find(changed.id());
        if (now.filter(stage -> stage.state() != QueueState.RUNNING).isPresent()) {
            queue.change(changed.id(), changed.experiment());
            return;
        }
        QueuedRun run = now.orElse(changed).run().withMade(Optional.empty());
        notices.add(Notice.offering(
                "queue.notice.begun",
                "queue.notice.begun.add",
                () -> add(queue.create(changed.stage(), changed.experiment(), run)),
                changed.experiment().name()));
    }

    /** Queues the stages that use the images of a queued stage, as far as its settings need them and they are not queued. */
    public void addFollowing(QueuedStage stage) {
        List<StagePage> pages = stages.pages().all();
        QueuedRun run = stage.run().input().isPresent() || stage.run().after().isPresent()
                ? stage.run()
                : QueuedRun.after(stage.id());
        pages.stream()
                .skip(pages.indexOf(stages.pages().of(stage.stage())) + 1L)
                .takeWhile(page -> usesImages(page))
                .filter(page -> page.queueing().orElseThrow().isNeededAfterImages(stage.experiment()))
                .map(page -> queue.create(page.stage(), stage.experiment(), run))
                .filter(next -> !queue.lineProperty().get().contains(next))
                .forEach(next -> queue.addAfter(stage.id(), next));
    }

    /** Returns the keys of the settings in which a stage differs from the nearest preset. */
    private List<String> differences(QueuedStage stage) {
        return List.copyOf(
                PresetDifferences.of(stage.experiment(), block(stage)).values().keySet());
    }

    /** Returns the block of the experiment that holds the settings of a stage. */
    public String block(QueuedStage stage) {
        return stages.pages()
                .of(stage.stage())
                .queueing()
                .map(QueueingPage::block)
                .orElse(stage.stage().key());
    }

    /** Returns true if stages can use the images of a stage. */
    public boolean canBeFollowed(QueuedStage stage) {
        List<StagePage> pages = stages.pages().all();
        int next = pages.indexOf(stages.pages().of(stage.stage())) + 1;
        return next < pages.size() && usesImages(pages.get(next));
    }

    private static boolean usesImages(StagePage page) {
        return page.queueing().filter(QueueingPage::usesImages).isPresent();
    }

    /** Shows the settings of a queued stage in the window; adds a notice instead while a stage is active. */
    public void load(QueuedStage stage) {
        stages.whenIdle(stage.stage(), () -> files.repeat(stage.experiment()));
    }
}
