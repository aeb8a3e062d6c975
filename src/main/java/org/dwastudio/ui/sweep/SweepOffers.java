package org.dwastudio.ui.sweep;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.Experiment;
import org.dwastudio.sweep.SweepCost;
import org.dwastudio.ui.fx.LatestRequest;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.sweep.setup.RadiusQuestion;
import org.dwastudio.ui.sweep.setup.SweepLength;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cost of the offered question for every length, measured in the background before one is chosen. FX thread only. */
final class SweepOffers {
    private static final Logger LOG = LoggerFactory.getLogger(SweepOffers.class);

    private final SweepViewModel.Dependencies with;
    private final ReadOnlyObjectWrapper<LoadState<Map<SweepLength, SweepCost>>> costs =
            new ReadOnlyObjectWrapper<>(this, "costs", LoadState.waiting());
    private final LatestRequest<Experiment, Map<SweepLength, SweepCost>> requests;
    private Optional<Experiment> asked = Optional.empty();

    SweepOffers(SweepViewModel.Dependencies with) {
        this.with = with;
        requests = new LatestRequest<>(
                this::measured,
                with.threads().fx(),
                answer -> costs.set(answer.map(LoadState::of).orElseGet(LoadState::failed)));
    }

    ReadOnlyObjectProperty<LoadState<Map<SweepLength, SweepCost>>> costsProperty() {
        return costs.getReadOnlyProperty();
    }

    /** Measures the costs for the experiment of the window, unless they are those of this experiment already. */
    void measure() {
        Experiment now = with.experiment().now();
        if (asked.filter(now::equals).isEmpty()) {
            asked = Optional.of(now);
            costs.set(LoadState.waiting());
            requests.ask(now);
        }
    }

    /** Discards the measurement that is to come, because the engine is needed for another one. */
    void forget() {
        if (costs.get().value().isEmpty()) {
            asked = Optional.empty();
            requests.forget();
        }
    }

    private CompletionStage<Map<SweepLength, SweepCost>> measured(Experiment experiment) {
        return CompletableFuture.supplyAsync(
                () -> {
                    Map<SweepLength, SweepCost> found = new EnumMap<>(SweepLength.class);
                    try {
                        for (SweepLength length : SweepLength.values()) {
                            found.put(length, with.service().cost(new RadiusQuestion(length).of(experiment)));
                        }
                    } catch (Exception e) {
                        // The cost of the chosen sweep, which is measured later, reports the failure.
                        LOG.debug("The cost of the question is not known", e);
                        throw new IllegalStateException(e);
                    }
                    return found;
                },
                with.sweeps());
    }
}
