package org.dwastudio.ui.sweep.work;

import java.util.List;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.engine.Engine;
import org.dwastudio.stage.RunControl;
import org.dwastudio.sweep.SweepCost;
import org.dwastudio.sweep.SweepFolder;
import org.dwastudio.sweep.SweepListener;
import org.dwastudio.sweep.SweepRun;
import org.dwastudio.sweep.TestRun;
import org.dwastudio.sweep.Trial;

/**
 * Sweeps on the engine of the window.
 *
 * @param engine runs the stages
 */
public record EngineSweeps(Engine engine) implements SweepService {
    @Override
    public SweepCost cost(SweepFile content) throws Exception {
        return SweepCost.of(content, engine);
    }

    @Override
    public SweepSession open(SweepFile content, SweepFolder folder, SweepListener listener) {
        return new Session(new SweepRun(content, folder, engine, listener));
    }

    private record Session(SweepRun sweep) implements SweepSession {
        @Override
        public List<Trial> run() throws Exception {
            return sweep.run();
        }

        @Override
        public List<TestRun> test(Trial best) throws Exception {
            return sweep.test(best);
        }

        @Override
        public void extend(SweepFile changed) throws Exception {
            sweep.extend(changed);
        }

        @Override
        public void skip(int number, boolean skipped) throws Exception {
            sweep.skip(number, skipped);
        }

        @Override
        public void pause() {
            sweep.control().ifPresent(RunControl::pause);
        }

        @Override
        public void resume() {
            sweep.control().ifPresent(RunControl::resume);
        }

        @Override
        public void cancel() {
            sweep.cancel();
        }
    }
}
