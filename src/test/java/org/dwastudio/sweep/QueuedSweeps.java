package org.dwastudio.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dwastudio.config.sweep.SearchStrategy;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.config.sweep.SweptRange;
import org.dwastudio.config.yaml.SweepFile;

/** Sweeps over the radius whose runs end at once. */
final class QueuedSweeps {
    private QueuedSweeps() {}

    static List<String> values(List<Trial> trials) {
        return trials.stream()
                .filter(trial -> trial.kind() == Trial.Kind.CANDIDATE)
                .map(trial -> trial.candidate().values().get("synthesis.rho"))
                .toList();
    }

    static SweepFile listed(String... values) {
        return new SweepFile(
                SweptFolders.content().experiment(),
                SweptFolders.content()
                        .sweep()
                        .withParameters(List.of(SweptParameter.of("synthesis.rho", List.of(values)))));
    }

    static SweepFile halving() {
        return new SweepFile(
                SweptFolders.content().experiment(),
                SweptFolders.content()
                        .sweep()
                        .withStrategy(SearchStrategy.HALVING)
                        .withTrials(9)
                        .withSeeds(1));
    }

    static SeedRun run(long seed) {
        return new SeedRun(seed, OptionalDouble.of(0.5), OptionalDouble.of(1.5), 60, Optional.empty());
    }

    /** Ends some runs, and returns their trials and seeds. */
    static List<String> finished(TrialQueue queue, int most) throws Exception {
        List<String> done = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            Optional<TrialQueue.Next> next = queue.next();
            if (next.isEmpty()) {
                break;
            }
            long seed = next.get().seed();
            done.add(next.get().trial() + " " + seed);
            if (next.get().isBaseline()) {
                queue.add("random-real", run(seed));
            }
            queue.add(next.get().trial(), run(seed));
        }
        return done;
    }

    static SweepFile wider(int seeds) {
        SweepFile content = SweptFolders.content();
        SweptParameter rho = content.sweep().parameters().get(0);
        SweptRange range = rho.range().orElseThrow();
        return new SweepFile(
                content.experiment(),
                content.sweep()
                        .withSeeds(seeds)
                        .withParameters(List.of(new SweptParameter(
                                rho.key(),
                                List.of(),
                                Optional.of(new SweptRange(range.from(), range.to(), 5, range.scale())),
                                false))));
    }
}
