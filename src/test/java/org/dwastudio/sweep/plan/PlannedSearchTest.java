package org.dwastudio.sweep.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dwastudio.config.setting.ParameterRange.Scale;
import org.dwastudio.config.sweep.Objective;
import org.dwastudio.config.sweep.SearchStrategy;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.config.sweep.SweptRange;
import org.dwastudio.sweep.search.Candidate;
import org.dwastudio.sweep.search.ScoredCandidate;
import org.dwastudio.sweep.search.Search;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannedSearchTest {
    private static final SweptParameter RHO = new SweptParameter(
            "synthesis.rho", List.of(), Optional.of(new SweptRange(0.001, 0.1, 3, Scale.LOGARITHMIC)), false);

    @TempDir
    private Path temp;

    @Test
    void addedValuesOfAGridFollowTheEarlierTrials() {
        TrialPlan before = search(SearchStrategy.GRID, 0, steps("6", "24")).begun(TrialPlan.empty());

        PlannedSearch wider = search(SearchStrategy.GRID, 0, steps("6", "12", "24"));
        TrialPlan after = wider.begun(before.withSkipped(2, true));

        assertThat(before.candidates()).hasSize(6);
        assertThat(after.candidates().subList(0, 6)).isEqualTo(before.candidates());
        assertThat(after.candidates().subList(6, 9))
                .extracting(Candidate::number, candidate -> candidate.values().get("synthesis.ascentSteps"))
                .containsExactly(tuple(7, "12"), tuple(8, "12"), tuple(9, "12"));
        assertThat(wider.total(after)).isEqualTo(8);
        assertThat(wider.begun(after)).isEqualTo(after);
    }

    @Test
    void moreDrawnTrialsKeepTheEarlierOnes() {
        for (SearchStrategy strategy : List.of(SearchStrategy.SOBOL, SearchStrategy.RANDOM, SearchStrategy.GRID)) {
            TrialPlan before = search(strategy, 4, steps("6", "12", "24")).begun(TrialPlan.empty());
            TrialPlan after = search(strategy, 7, steps("6", "12", "24")).begun(before);

            assertThat(before.candidates()).as(strategy.name()).hasSize(4);
            assertThat(after.candidates()).as(strategy.name()).hasSize(7);
            assertThat(after.candidates().subList(0, 4)).isEqualTo(before.candidates());
            assertThat(after.candidates().stream().map(Candidate::values).distinct())
                    .as(strategy.name())
                    .hasSize(7);
        }
    }

    @Test
    void laterCandidatesOfHalvingAreAskedForWithScores() {
        PlannedSearch halving = search(SearchStrategy.HALVING, 9, steps("6", "12", "24"));
        TrialPlan first = halving.begun(TrialPlan.empty());

        assertThat(first.candidates()).hasSize(9);
        assertThat(halving.total(first)).isEqualTo(13);
        assertThat(halving.costOfUnknown(first)).isCloseTo(2, within(1e-12));
        List<ScoredCandidate> scored = first.candidates().stream()
                .map(candidate -> new ScoredCandidate(candidate, candidate.number() == 2 ? Double.NaN : 0.5))
                .toList();
        TrialPlan second = halving.next(first, scored);
        assertThat(second.candidates().subList(9, 12))
                .extracting(Candidate::number)
                .containsExactly(10, 11, 12);
        assertThat(second.candidates().get(10).values())
                .isEqualTo(first.candidates().get(2).values());
    }

    @Test
    void theFileHoldsThePlan() throws Exception {
        TrialPlan plan = search(SearchStrategy.GRID, 0, steps("6", "24"))
                .begun(TrialPlan.empty())
                .withSkipped(5, true);
        Path file = temp.resolve("plan.csv");
        PlanFile plans = new PlanFile(List.of(RHO, steps("6", "24")));

        plans.write(plan, file);

        assertThat(plans.read(file)).contains(plan);
        assertThat(Files.readString(file))
                .startsWith("trial,share,skipped,synthesis.rho,synthesis.ascentSteps\n1,1.0,false,0.001,6\n")
                .contains("5,1.0,true,0.1,6\n");
        assertThat(plan.withSkipped(5, false).skipped()).isEqualTo(Set.of());
    }

    @Test
    void aMissingOrDamagedFileIsEmpty() throws Exception {
        PlanFile plans = new PlanFile(List.of(RHO));
        Path file = temp.resolve("plan.csv");
        assertThat(plans.read(file)).isEmpty();

        for (String line : List.of("2,1.0,false,0.01", "1,2.0,false,0.01", "one,1.0,false,0.01", "1,1.0,false,much")) {
            Files.writeString(file, "trial,share,skipped,synthesis.rho\n" + line + "\n");
            assertThat(plans.read(file)).as(line).isEmpty();
        }
    }

    private static SweptParameter steps(String... values) {
        return new SweptParameter("synthesis.ascentSteps", List.of(values), Optional.empty(), true);
    }

    private static PlannedSearch search(SearchStrategy strategy, int trials, SweptParameter steps) {
        SweepConfig sweep = new SweepConfig(strategy, trials, 3, Objective.SOFT, 0.1, List.of(RHO, steps));
        return new PlannedSearch(sweep, Search.of(sweep, 42));
    }
}
