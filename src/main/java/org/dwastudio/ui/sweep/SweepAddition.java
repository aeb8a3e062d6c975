package org.dwastudio.ui.sweep;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.sweep.plan.SweepExtension;
import org.dwastudio.text.Message;
import org.dwastudio.ui.sweep.setup.SweepSetupViewModel;
import org.dwastudio.ui.sweep.work.SweepStanding;
import org.dwastudio.ui.sweep.work.SweepWork;

/** Values, trials and seeds that are added to the shown sweep, also while it runs. FX thread only. */
public final class SweepAddition {
    private final SweepWork work;
    private final SweepSetupViewModel setup;
    private final SweepPlan plan;
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper(this, "active");

    SweepAddition(SweepWork work, SweepSetupViewModel setup, SweepPlan plan) {
        this.work = work;
        this.setup = setup;
        this.plan = plan;
        work.standingProperty().subscribe(now -> {
            if (now.isEmpty()) {
                end();
            }
        });
    }

    /** Returns whether the settings are open for additions. */
    public ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** Opens the settings of the shown sweep for additions. */
    public void begin() {
        work.standingProperty().get().ifPresent(now -> {
            active.set(true);
            setup.fixedProperty().set(true);
            setup.fill(now.content());
        });
    }

    /** Closes the settings without a change. */
    public void cancel() {
        end();
        work.standingProperty().get().ifPresent(now -> setup.fill(now.content()));
    }

    private void end() {
        active.set(false);
        setup.fixedProperty().set(false);
    }

    /** Adds what was typed to the sweep. */
    public void apply() {
        changed().filter(file -> canApply()).ifPresent(file -> {
            end();
            work.extend(file);
        });
    }

    /** Returns true if something valid is added. */
    public boolean canApply() {
        return problem().isEmpty() && runs().orElse(0) > 0;
    }

    /** Returns why the change is not allowed. */
    public Optional<Message> problem() {
        return standing().flatMap(now -> changed().flatMap(file -> new SweepExtension(now.content(), file).problem()));
    }

    /** Returns the number of runs that are added; empty while the settings are not valid. */
    public OptionalInt runs() {
        Optional<SweepStanding> now = standing();
        Optional<SweepFile> file = changed();
        return now.isPresent() && file.isPresent() && problem().isEmpty()
                ? OptionalInt.of(
                        now.get().plannedRuns(file.get()) - now.get().progress().plannedRuns())
                : OptionalInt.empty();
    }

    /** Returns the experiment that the settings are checked with, while they are open. */
    Optional<Experiment> experiment() {
        return standing().map(now -> now.content().experiment());
    }

    private Optional<SweepStanding> standing() {
        return work.standingProperty().get().filter(now -> active.get());
    }

    private Optional<SweepFile> changed() {
        return active.get() ? plan.contentProperty().get().value() : Optional.empty();
    }
}
