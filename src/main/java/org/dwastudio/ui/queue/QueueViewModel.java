package org.dwastudio.ui.queue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.file.LockFile;
import org.dwastudio.queue.QueueStore;
import org.dwastudio.queue.QueuedRun;
import org.dwastudio.queue.QueuedStage;
import org.dwastudio.queue.StageLine;
import org.dwastudio.text.Message;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;

/**
 * View model of the queue: its stages, in their order, and their file, which is written after every change. One window at a
 * time has the queue. FX thread only.
 */
public final class QueueViewModel {
    private final QueueStore store;
    private final Clock clock;
    private final Threads threads;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<StageLine> line = new ReadOnlyObjectWrapper<>(this, "line", StageLine.empty());
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper(this, "paused", false);
    private final ReadOnlyObjectWrapper<Optional<Message>> holder =
            new ReadOnlyObjectWrapper<>(this, "holder", Optional.empty());
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable", false);
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final Deque<List<StageLine.Placed>> removed = new ArrayDeque<>();

    /** Folders of the runs of the stages that ended successfully, by the identifier of the stage. */
    private final Map<String, Path> results = new HashMap<>();

    private final QueueEditViewModel edit;
    private boolean owned;

    /** Creates the view model of a queue that was not read yet. */
    public QueueViewModel(QueueStore store, Clock clock, Threads threads, Notices notices) {
        this.store = store;
        this.clock = clock;
        this.threads = threads;
        this.notices = notices;
        edit = new QueueEditViewModel(threads);
        shown.subscribe((was, now) -> edit.close());
    }

    /** Returns the stages. */
    public ReadOnlyObjectProperty<StageLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** Returns true while no further stage starts by itself. */
    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /** Returns the program that has the queue, if it is another one; the stages are then as it stored them. */
    public ReadOnlyObjectProperty<Optional<Message>> holderProperty() {
        return holder.getReadOnlyProperty();
    }

    /** Returns true once this window has the queue; only then may it run stages. */
    public boolean isOwned() {
        return owned;
    }

    /** Returns true while a removal can be undone. */
    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** True while the list of stages is open. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Returns the change of the settings of a stage. */
    public QueueEditViewModel edit() {
        return edit;
    }

    /** Opens the list of stages, and reads the queue if another window had it. */
    public void show() {
        shown.set(true);
        if (!owned && store.exists()) {
            whenOwned(() -> {});
        }
    }

    /** Reads the stages of an earlier window, which wait until the user continues. */
    public void load() {
        if (store.exists()) {
            whenOwned(() -> {
                int waiting = line.get().waiting().size();
                if (waiting > 0) {
                    notices.add(Notice.offering(
                            "queue.notice.kept", "queue.continue", this::resume, Integer.toString(waiting)));
                }
            });
        }
    }

    /** Runs an action once this window has the queue, at once if it has it already; otherwise adds a notice. */
    public void whenOwned(Runnable action) {
        if (owned) {
            action.run();
            return;
        }
        BackgroundTask.of(store::open)
                .onSuccess(loaded -> {
                    if (!owned) {
                        owned = true;
                        holder.set(Optional.empty());
                        paused.set(!loaded.line().waiting().isEmpty());
                        line.set(loaded.line());
                        loaded.aside()
                                .ifPresent(aside ->
                                        notices.add(Notice.failed("queue.notice.unreadable", "", aside.toString())));
                    }
                    action.run();
                })
                .onFailure(this::showRefusal)
                .start(threads);
    }

    private void showRefusal(Throwable failure) {
        if (failure instanceof LockFile.HeldException held) {
            holder.set(Optional.of(held.description()));
            BackgroundTask.of(store::peek).onSuccess(line::set).start(threads);
            if (!shown.get()) {
                notices.add(Notice.failed("queue.notice.held", "", held.description()));
            }
        } else {
            notices.addFailure("queue.notice.unwritable", failure);
        }
    }

    /** Returns a new stage, which is not in the queue yet. */
    public QueuedStage create(StageName stage, Experiment experiment, QueuedRun run) {
        return QueuedStage.waiting(stage, experiment, run, clock.instant());
    }

    /** Adds stages at the end. A queue in which nothing waited is not paused any more. */
    public void add(QueuedStage stage) {
        change(now -> now.restore(List.of(new StageLine.Placed(now.stages().size(), stage)), results));
    }

    /** Adds a stage behind the one whose images it uses. */
    public void addAfter(String id, QueuedStage stage) {
        change(now -> now.addAfter(id, stage));
    }

    private void change(UnaryOperator<StageLine> change) {
        whenOwned(() -> {
            StageLine before = line.get();
            StageLine now = change.apply(before);
            if (now.equals(before)) {
                return;
            }
            if (before.waiting().isEmpty()
                    && !now.waiting().isEmpty()
                    && before.stages().size() < now.stages().size()) {
                paused.set(false);
            }
            line.set(now);
            save(now);
        });
    }

    private void save(StageLine now) {
        BackgroundTask.of(() -> {
                    store.save(now);
                    return now;
                })
                .onFailure(failure -> notices.addFailure("queue.notice.unwritable", failure))
                .start(threads);
    }

    /**
     * Moves a stage.
     *
     * @param index place from 0
     */
    public void move(String id, int index) {
        change(now -> now.move(id, index));
    }

    /** Moves a stage by places; negative ones are nearer to the head. */
    public void moveBy(String id, int places) {
        List<QueuedStage> stages = line.get().stages();
        line.get().find(id).ifPresent(stage -> move(id, stages.indexOf(stage) + places));
    }

    /** Removes a stage that is not running, and those that use its images. */
    public void remove(String id) {
        change(now -> {
            List<StageLine.Placed> taken = now.removable(id);
            if (!taken.isEmpty()) {
                removed.push(taken);
                undoable.set(true);
            }
            return now.remove(id);
        });
    }

    /** Takes the last removal back. */
    public void undo() {
        if (!removed.isEmpty()) {
            List<StageLine.Placed> back = removed.pop();
            undoable.set(!removed.isEmpty());
            change(now -> now.restore(back, results));
        }
    }

    /** Changes the settings of a stage that is not running; it then waits, and begins from the start. */
    public void change(String id, Experiment experiment) {
        change(now -> now.withSettings(id, experiment));
    }

    /** Queues an ended stage again, with those that use its images. */
    public void again(String id) {
        change(now -> now.again(id));
    }

    /** Lets no further stage start by itself. */
    public void pause() {
        paused.set(true);
    }

    /** Lets the stages start by themselves again. */
    public void resume() {
        whenOwned(() -> paused.set(false));
    }

    /**
     * Records that a stage has started.
     *
     * @param made folder of the run that it makes
     */
    public void begun(String id, Optional<Path> made) {
        change(now -> now.begin(id, made));
    }

    /**
     * Records that a stage has ended successfully; it leaves the queue.
     *
     * @param made folder of the run that it made
     */
    public void finished(String id, Optional<Path> made) {
        made.ifPresent(folder -> results.put(id, folder));
        change(now -> now.finish(id, made));
    }

    /** Records that a stage has failed. */
    public void failed(String id, Message reason) {
        change(now -> now.fail(id, reason));
    }

    /** Records that a stage was stopped by the user. */
    public void stopped(String id) {
        change(now -> now.stop(id));
    }

    /** Records that the running stage will be resumed by a later window. */
    public void interrupted() {
        change(StageLine::interrupt);
    }

    /** Leaves the queue to other windows. */
    public void close() {
        BackgroundTask.of(() -> {
                    store.close();
                    return owned;
                })
                .start(threads);
    }
}
