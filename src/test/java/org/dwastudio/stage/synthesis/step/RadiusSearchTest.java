package org.dwastudio.stage.synthesis.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.dwastudio.stage.synthesis.step.RadiusSearch.Found;
import org.dwastudio.stage.synthesis.step.RadiusSearch.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the search of ρ on curves whose root is known. */
class RadiusSearchTest {
    private final List<Double> trials = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "0.015, 2, 40, 1",
        "0.015, 2, 4000, 1",
        "0.015, 8, 40, 1",
        "0.015, 100, 40, 1",
        "0.5, 1.02, 40, 1",
        "0, 2, 40, 1",
        "0.015, 2, 10, 0.5",
        "0.015, 8, 100, 2",
        "0.015, 1.5, 30000, 2",
        "0.3, 2, 6, 0.3",
        "0.0001, 4, 900, 1.5"
    })
    void anExponentialCurveIsSolvedWithinOnePercent(double given, double factor, double slope, double power) {
        // Cross-entropy 0.3 · exp(slope · ρ^power), so that the root is (log factor / slope)^(1 / power).
        Found found = search(given, factor, rho -> 0.3 * Math.exp(slope * Math.pow(rho, power)));

        assertThat(found.outcome()).isEqualTo(Outcome.REACHED);
        assertThat(Math.exp(slope * Math.pow(found.rho(), power))).isCloseTo(factor, within(0.01 * factor));
        assertThat(trials).hasSizeLessThanOrEqualTo(RadiusSearch.MOST_TRIALS).allMatch(rho -> rho > 0 && rho <= 0.5);
    }

    @Test
    void aGivenRhoThatFitsIsTheOnlyTrial() {
        assertThat(search(0.02, Math.exp(1), rho -> 0.3 * Math.exp(50 * rho)))
                .isEqualTo(new Found(0.02, Outcome.REACHED));
        assertThat(trials).containsExactly(0.02);
    }

    @Test
    void trialsStayInsideTheBracket() {
        search(0.1, 3, rho -> 0.3 * (1 + 400 * rho * rho * rho));

        double low = 0;
        double high = 0.5;
        for (double rho : trials) {
            assertThat(rho).isGreaterThan(low).isLessThanOrEqualTo(high);
            if (1 + 400 * rho * rho * rho < 3) {
                low = rho;
            } else {
                high = rho;
            }
        }
        assertThat(trials).hasSizeBetween(3, 8);
    }

    @Test
    void theLargestRhoIsUsedWhenItFallsShort() {
        assertThat(search(0.015, 8, rho -> 0.3 * (1 + rho))).isEqualTo(new Found(0.5, Outcome.LARGEST));
        assertThat(trials).containsExactly(0.015, 0.12, 0.5);
    }

    @Test
    void ofACurveThatFallsTheNearestTrialIsUsed() {
        assertThat(search(0.015, 2, rho -> 0.3 / (1 + rho))).isEqualTo(new Found(0.015, Outcome.NEAREST));
        assertThat(trials).containsExactly(0.015, 0.12, 0.5);
    }

    @Test
    void ofACurveThatRisesAndFallsTheNearestTrialIsUsed() {
        // The maximum is 1.8 times the cross-entropy before, at ρ = 0.1.
        DoubleUnaryOperator hill = rho -> 0.3 * (1 + 0.8 * Math.exp(-Math.pow((rho - 0.1) / 0.1, 2)));

        assertThat(search(0.015, 8, hill)).isEqualTo(new Found(0.12, Outcome.NEAREST));
        assertThat(trials).containsExactly(0.015, 0.12, 0.5);
    }

    @Test
    void aConstantCurveIsFollowedToItsEnd() {
        assertThat(search(0.015, 2, rho -> 0.3)).isEqualTo(new Found(0.5, Outcome.LARGEST));
    }

    @Test
    void aCrossEntropyOfZeroAfterATrialIsALowerEnd() {
        Found found = search(0.1, 2, rho -> rho < 0.2 ? 0 : 0.3 * Math.exp(2 * rho));

        assertThat(found.outcome()).isEqualTo(Outcome.REACHED);
        assertThat(found.rho()).isCloseTo(Math.log(2) / 2, within(0.005));
        assertThat(trials).allMatch(rho -> rho > 0 && rho <= 0.5);
    }

    @Test
    void aJumpOverTheWantedValueGivesTheNearestTrial() {
        Found found = search(0.015, 2, rho -> rho < 0.05 ? 0.3 : 30);

        assertThat(found.outcome()).isEqualTo(Outcome.NEAREST);
        assertThat(found.rho()).isIn(trials).isLessThan(0.05);
        assertThat(trials).hasSize(RadiusSearch.MOST_TRIALS);
    }

    @Test
    void valuesThatAreNoNumbersCountAsTooLarge() {
        Found found = search(0.4, 2, rho -> rho > 0.2 ? Double.NaN : 0.3 * Math.exp(10 * rho));

        assertThat(found.outcome()).isEqualTo(Outcome.REACHED);
        assertThat(found.rho()).isCloseTo(Math.log(2) / 10, within(0.002));
    }

    @Test
    void aCrossEntropyWithoutMultipleKeepsTheGivenRho() {
        for (double before : new double[] {0, Double.NaN, Double.POSITIVE_INFINITY, -1}) {
            assertThat(new RadiusSearch(0.02, before, 2).search(rho -> {
                        throw new AssertionError("no trial is needed");
                    }))
                    .isEqualTo(new Found(0.02, Outcome.UNDEFINED));
        }
    }

    private Found search(double given, double factor, DoubleUnaryOperator after) {
        return new RadiusSearch(given, 0.3, factor).search(rho -> {
            trials.add(rho);
            return after.applyAsDouble(rho);
        });
    }
}
