package org.dwastudio.ui.sweep;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.run.RunFolders;
import org.dwastudio.ui.fake.FakeSweeps;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.sweep.work.SweepWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** View model of a sweep over fake runs. */
abstract class SweepCase {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T15:31:00Z"), ZoneOffset.UTC);

    @TempDir
    Path temp;

    final Notices notices = new Notices();
    final FakeSweeps sweeps = new FakeSweeps();
    final ParametersViewModel parameters = new ParametersViewModel(SynthesisPresets.demonstration());
    final List<Path> opened = new ArrayList<>();
    final List<List<Path>> compared = new ArrayList<>();
    SweepViewModel model;

    @BeforeEach
    void create() {
        Threads threads = new Threads(Runnable::run, Runnable::run, () -> 0);
        SweepWork work = new SweepWork(sweeps, Runnable::run, threads, notices);
        model = new SweepViewModel(
                work,
                compared::add,
                new SweepViewModel.Dependencies(
                        new SweptExperiment(parameters, parameters::load, opened::add),
                        work.stateProperty(),
                        new RunFolders(temp.resolve("sweeps"), CLOCK),
                        sweeps,
                        Runnable::run,
                        threads,
                        notices));
        model.show();
    }
}
