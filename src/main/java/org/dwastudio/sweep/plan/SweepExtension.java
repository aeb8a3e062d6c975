package org.dwastudio.sweep.plan;

import java.util.List;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.sweep.SearchStrategy;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.config.sweep.SweptRange;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.sweep.search.Search;
import org.dwastudio.text.Message;

/**
 * Change of a sweep that has begun: more values, more trials or more seeds. Anything else would make its trials
 * incomparable.
 *
 * @param before settings of the sweep
 * @param after changed settings
 */
public record SweepExtension(SweepFile before, SweepFile after) {

    /** Returns why the change is not allowed; empty if it is. */
    public Optional<Message> problem() {
        SweepConfig old = before.sweep();
        SweepConfig now = after.sweep();
        if (!same(before.experiment(), after.experiment())
                || old.strategy() != now.strategy()
                || old.objective() != now.objective()
                || old.heldOutShare() != now.heldOutShare()
                || !keys(old).equals(keys(now))) {
            return Optional.of(Message.of("sweep.otherSettings"));
        }
        if (now.seeds() < old.seeds()) {
            return fewer("sweep.count.seeds", old.seeds(), now.seeds());
        }
        return valuesProblem(old, now).or(() -> trialsProblem(old, now));
    }

    private static boolean same(Experiment one, Experiment other) {
        return one.equals(other);
    }

    private static List<String> keys(SweepConfig sweep) {
        return sweep.parameters().stream().map(SweptParameter::key).toList();
    }

    private Optional<Message> trialsProblem(SweepConfig old, SweepConfig now) {
        // All combinations of a grid are never too few: those that are planned stay.
        if (now.trials() == old.trials() || (now.trials() == 0 && now.strategy() == SearchStrategy.GRID)) {
            return Optional.empty();
        }
        int earlier = total(before);
        int total = total(after);
        if (now.strategy() == SearchStrategy.HALVING) {
            return total == earlier ? Optional.empty() : Optional.of(Message.of("sweep.halvingFixed"));
        }
        return total < earlier ? fewer("sweep.count.trials", earlier, total) : Optional.empty();
    }

    /** Returns the number of trials, in which 0 of the settings stands for a number that depends on the others. */
    private static int total(SweepFile file) {
        return Search.of(file.sweep(), file.experiment().seed()).total();
    }

    private static Optional<Message> fewer(String counted, int earlier, int now) {
        return Optional.of(Message.of("sweep.fewer", Message.of(counted), earlier, now));
    }

    private static Optional<Message> valuesProblem(SweepConfig old, SweepConfig now) {
        for (int i = 0; i < old.parameters().size(); i++) {
            SweptParameter one = old.parameters().get(i);
            SweptParameter other = now.parameters().get(i);
            boolean allowed = now.strategy() == SearchStrategy.GRID ? covers(other, one) : other.equals(one);
            if (!allowed) {
                return Optional.of(Message.of(
                        now.strategy() == SearchStrategy.GRID ? "sweep.uncovered" : "sweep.rangeFixed", one.key()));
            }
        }
        return Optional.empty();
    }

    private static boolean covers(SweptParameter wide, SweptParameter narrow) {
        if (wide.range().isPresent() && narrow.range().isPresent()) {
            SweptRange outer = wide.range().get();
            SweptRange inner = narrow.range().get();
            return outer.scale() == inner.scale() && outer.from() <= inner.from() && outer.to() >= inner.to();
        }
        return wide.range().isEmpty()
                && narrow.range().isEmpty()
                && wide.values().containsAll(narrow.values());
    }
}
