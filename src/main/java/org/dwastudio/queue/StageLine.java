package org.dwastudio.queue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.dwastudio.config.Experiment;
import org.dwastudio.text.Message;

/**
 * Queued stages in the order in which they will run. A stage stands behind the one whose images it uses, and nothing stands
 * before the running stage. Immutable.
 *
 * @param stages the running stage first, if there is one
 */
public record StageLine(List<QueuedStage> stages) {
    private static final StageLine EMPTY = new StageLine(List.of());

    /**
     * Stage with its place.
     *
     * @param index from 0
     */
    public record Placed(int index, QueuedStage stage) {}

    public StageLine {
        stages = List.copyOf(stages);
    }

    /** Returns a queue without stages. */
    public static StageLine empty() {
        return EMPTY;
    }

    /** Returns the stage with an identifier. */
    public Optional<QueuedStage> find(String id) {
        return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    /** Returns the stage that runs. */
    public Optional<QueuedStage> running() {
        return in(QueueState.RUNNING).stream().findFirst();
    }

    /** Returns the stages that wait. */
    public List<QueuedStage> waiting() {
        return in(QueueState.WAITING);
    }

    private List<QueuedStage> in(QueueState state) {
        return stages.stream().filter(stage -> stage.state() == state).toList();
    }

    /** Returns the stage that runs next: the first waiting one whose images exist or are not needed. */
    public Optional<QueuedStage> next() {
        return waiting().stream().filter(stage -> stage.run().after().isEmpty()).findFirst();
    }

    /** Returns true if a stage with the same settings and folders waits or runs. */
    public boolean contains(QueuedStage other) {
        return stages.stream()
                .filter(stage -> !stage.state().isEnded())
                .anyMatch(stage -> stage.stage() == other.stage()
                        && stage.experiment().equals(other.experiment())
                        && stage.run().input().equals(other.run().input())
                        && stage.run().after().equals(other.run().after()));
    }

    /** Returns the queue with a stage at its end. */
    public StageLine add(QueuedStage stage) {
        return insert(stages.size(), stage);
    }

    /** Returns the queue with a stage right behind another one and those that follow it already. */
    public StageLine addAfter(String id, QueuedStage stage) {
        int place = indexOf(id) + 1;
        while (place > 0 && place < stages.size() && stages.get(place).follows(id)) {
            place++;
        }
        return insert(place, stage);
    }

    private StageLine insert(int index, QueuedStage stage) {
        List<QueuedStage> all = new ArrayList<>(stages);
        all.add(Math.max(0, Math.min(index, all.size())), stage);
        return new StageLine(all);
    }

    /**
     * Returns the queue with a stage at another place, or as near to it as the rules of the order allow.
     *
     * @param index place from 0
     */
    public StageLine move(String id, int index) {
        int from = indexOf(id);
        if (from < 0 || stages.get(from).state() == QueueState.RUNNING) {
            return this;
        }
        QueuedStage moved = stages.get(from);
        List<QueuedStage> others = new ArrayList<>(stages);
        others.remove(from);
        int first = running().isPresent() ? 1 : 0;
        int last = others.size();
        for (int place = 0; place < others.size(); place++) {
            if (moved.follows(others.get(place).id())) {
                first = Math.max(first, place + 1);
            } else if (others.get(place).follows(id)) {
                last = Math.min(last, place);
            }
        }
        others.add(Math.max(first, Math.min(index, last)), moved);
        return new StageLine(others);
    }

    /** Returns what {@link #remove} takes out: a stage that does not run, and those that use its images. */
    public List<Placed> removable(String id) {
        return IntStream.range(0, stages.size())
                .mapToObj(index -> new Placed(index, stages.get(index)))
                .filter(one -> one.stage().id().equals(id) || one.stage().follows(id))
                .filter(one -> find(id).filter(stage -> stage.state() != QueueState.RUNNING)
                        .isPresent())
                .toList();
    }

    /** Returns the queue without a stage and those that use its images. The running stage stays. */
    public StageLine remove(String id) {
        List<QueuedStage> removed = removable(id).stream().map(Placed::stage).toList();
        return new StageLine(
                stages.stream().filter(stage -> !removed.contains(stage)).toList());
    }

    /**
     * Returns the queue with removed stages at their former places, or behind the stage whose images they use. A stage whose
     * images were made meanwhile uses them; one whose images are not made any more has failed.
     *
     * @param removed in ascending order of their places
     * @param made folders of the runs of the stages that ended successfully, by the identifier of the stage
     */
    public StageLine restore(List<Placed> removed, Map<String, Path> made) {
        StageLine line = this;
        for (Placed one : removed) {
            line = line.restore(one, made);
        }
        // The running stage may have changed since.
        Optional<QueuedStage> running = line.running();
        if (running.isPresent()) {
            List<QueuedStage> all = new ArrayList<>(line.stages());
            all.remove(running.get());
            all.add(0, running.get());
            line = new StageLine(all);
        }
        return line;
    }

    private StageLine restore(Placed one, Map<String, Path> made) {
        QueuedStage stage = one.stage();
        Optional<QueuedStage> maker = stage.run().after().flatMap(this::find);
        if (maker.isPresent()) {
            boolean over = maker.get().state().isEnded() && !stage.state().isEnded();
            return insert(
                    Math.max(one.index(), indexOf(maker.get().id()) + 1), over ? unmade(stage, maker.get()) : stage);
        }
        return insert(
                one.index(),
                stage.run()
                        .after()
                        .map(id -> using(stage, Optional.ofNullable(made.get(id))))
                        .orElse(stage));
    }

    /** Returns a stage whose maker has ended without its images. */
    private static QueuedStage unmade(QueuedStage stage, QueuedStage maker) {
        return stage.failed(Message.of("queue.before", maker.experiment().name()));
    }

    /** Returns a stage whose maker has left the queue. */
    private static QueuedStage using(QueuedStage stage, Optional<Path> made) {
        return made.map(folder -> stage.withRun(QueuedRun.on(folder)))
                .orElseGet(() -> stage.failed(Message.of("queue.missing.maker")));
    }

    /** Returns the queue with other settings of a stage that does not run: it waits, and a run that it began is left as it is. */
    public StageLine withSettings(String id, Experiment experiment) {
        return change(
                id,
                stage -> stage.state() == QueueState.RUNNING
                        ? stage
                        : stage.in(QueueState.WAITING)
                                .withExperiment(experiment)
                                .withRun(stage.run().withMade(Optional.empty())));
    }

    /**
     * Returns the queue with a stage as the running one, at the head.
     *
     * @param made folder of the run that it has begun; empty for a stage that uses another run
     */
    public StageLine begin(String id, Optional<Path> made) {
        StageLine line = change(
                id, stage -> stage.in(QueueState.RUNNING).withRun(stage.run().withMade(made)));
        List<QueuedStage> all = new ArrayList<>(line.stages());
        line.find(id).ifPresent(begun -> {
            all.remove(begun);
            all.add(0, begun);
        });
        return new StageLine(all);
    }

    /**
     * Returns the queue without a stage that ended successfully. Those that wait for its images use them.
     *
     * @param made folder of its run
     */
    public StageLine finish(String id, Optional<Path> made) {
        return new StageLine(stages.stream()
                .filter(stage -> !stage.id().equals(id))
                .map(stage -> stage.follows(id) ? using(stage, made) : stage)
                .toList());
    }

    /** Returns the queue with a stage that failed. Those that wait for its images have failed, too. */
    public StageLine fail(String id, Message reason) {
        return end(id, stage -> stage.failed(reason));
    }

    /** Returns the queue with a stage that was stopped by the user. Those that wait for its images have failed. */
    public StageLine stop(String id) {
        return end(id, stage -> stage.in(QueueState.STOPPED));
    }

    private StageLine end(String id, UnaryOperator<QueuedStage> change) {
        Optional<QueuedStage> maker = find(id);
        return new StageLine(change(id, change).stages().stream()
                .map(stage ->
                        maker.isPresent() && stage.follows(id) && !stage.state().isEnded()
                                ? unmade(stage, maker.get())
                                : stage)
                .toList());
    }

    /** Returns the queue with the running stage waiting again, to be resumed: the program was closed or ended. */
    public StageLine interrupt() {
        return new StageLine(stages.stream()
                .map(stage -> stage.state() == QueueState.RUNNING ? stage.in(QueueState.WAITING) : stage)
                .toList());
    }

    /** Returns the queue with an ended stage waiting again, with those that use its images and the one whose it uses. */
    public StageLine again(String id) {
        Optional<String> before = find(id).flatMap(stage -> stage.run().after())
                .filter(maker ->
                        find(maker).filter(one -> one.state().isEnded()).isPresent());
        return before.isPresent() ? again(before.get()) : waitAgain(id);
    }

    private StageLine waitAgain(String id) {
        return new StageLine(stages.stream()
                .map(stage -> (stage.id().equals(id) || stage.follows(id))
                                && stage.state().isEnded()
                                && stage.run().after().flatMap(this::find).isPresent()
                                        == stage.run().after().isPresent()
                        ? stage.in(QueueState.WAITING)
                        : stage)
                .toList());
    }

    private StageLine change(String id, UnaryOperator<QueuedStage> change) {
        return new StageLine(stages.stream()
                .map(stage -> stage.id().equals(id) ? change.apply(stage) : stage)
                .toList());
    }

    private int indexOf(String id) {
        return IntStream.range(0, stages.size())
                .filter(index -> stages.get(index).id().equals(id))
                .findFirst()
                .orElse(-1);
    }
}
