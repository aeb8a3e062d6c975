package org.dwastudio.ui.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.sweep.SweepCost;
import org.dwastudio.sweep.SweepFolder;
import org.dwastudio.sweep.SweepListener;
import org.dwastudio.sweep.SweepProgress;
import org.dwastudio.sweep.SweptFolders;
import org.dwastudio.sweep.TestRun;
import org.dwastudio.sweep.Trial;
import org.dwastudio.ui.sweep.work.SweepService;
import org.dwastudio.ui.sweep.work.SweepSession;

/** Sweeps that compute nothing: their trials are those of {@link SweptFolders}, one for every turn that is allowed. */
public final class FakeSweeps implements SweepService {
    private static final int RUNS = 12;

    private final Semaphore turns = new Semaphore(0);
    private final List<String> calls = new ArrayList<>();
    private volatile boolean cancelled;
    private volatile double seconds = 720;

    /** Lets a sweep make more trials. */
    public void allow(int trials) {
        turns.release(trials);
    }

    /** Sets the estimated duration of sweeps. */
    public void take(double now) {
        seconds = now;
    }

    /** Returns what was asked of sessions. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    private synchronized void called(String call) {
        calls.add(call);
    }

    @Override
    public SweepCost cost(SweepFile content) {
        return new SweepCost(
                (int) (content.sweep().combinations() + 1) * content.sweep().seeds(),
                seconds,
                410_000_000,
                216_000_000);
    }

    @Override
    public SweepSession open(SweepFile content, SweepFolder folder, SweepListener listener) {
        cancelled = false;
        return new Session(folder, listener);
    }

    private final class Session implements SweepSession {
        private final SweepFolder folder;
        private final SweepListener listener;

        Session(SweepFolder folder, SweepListener listener) {
            this.folder = folder;
            this.listener = listener;
        }

        @Override
        public List<Trial> run() throws Exception {
            List<Trial> all = SweptFolders.trials();
            for (int done = 1; done <= all.size(); done++) {
                listener.onProgress(progress(all.subList(0, done - 1), Optional.of(all.get(done - 1))));
                turns.acquire();
                if (cancelled) {
                    throw new CancellationException();
                }
                SweptFolders.write(folder.root(), all.subList(0, done), List.of());
                listener.onProgress(progress(all.subList(0, done), Optional.empty()));
            }
            return all;
        }

        private SweepProgress progress(List<Trial> known, Optional<Trial> next) {
            int done = 3
                    * (int) known.stream()
                            .filter(trial -> trial.kind() != Trial.Kind.RANDOM_REAL)
                            .count();
            return new SweepProgress(
                    SweptFolders.content(),
                    known,
                    next.map(trial ->
                            new SweepProgress.Current(trial.key(), SweptFolders.SEED, SweepProgress.Stage.SYNTHESIS)),
                    done,
                    RUNS,
                    known.size() < 2 ? OptionalDouble.empty() : OptionalDouble.of(60.0 * (RUNS - done)),
                    known.size() < 2 ? 0 : 60.0 * (RUNS - done - 1));
        }

        @Override
        public List<TestRun> test(Trial best) throws Exception {
            called("test " + best.key());
            SweptFolders.write(folder.root(), SweptFolders.trials(), SweptFolders.tests());
            return SweptFolders.tests();
        }

        @Override
        public void extend(SweepFile changed) {
            called("extend " + changed.sweep().seeds());
        }

        @Override
        public void skip(int number, boolean skipped) {
            called((skipped ? "skip " : "take ") + number);
        }

        @Override
        public void pause() {
            called("pause");
        }

        @Override
        public void resume() {
            called("resume");
        }

        @Override
        public void cancel() {
            called("cancel");
            cancelled = true;
            turns.release();
        }
    }
}
