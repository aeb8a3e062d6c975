package org.dwastudio.stage.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Tests of the choice of the number of parallel parts from measured seconds. */
class ParallelChoiceTest {
    private static IntPredicate failing() {
        throw new AssertionError("the memory is not asked for");
    }

    @Test
    void theNumberWithWhichAllPartsEndFirstIsTaken() {
        // Ten parts: 10 rounds of 1 s, 5 of 1.2 s, 3 of 1.8 s, 2 of 3.2 s.
        ParallelChoice choice = ParallelChoice.fastest(10, Map.of(1, 1.0, 2, 1.2, 4, 1.8, 8, 3.2));

        assertThat(choice.number()).isEqualTo(4);
        assertThat(choice.speedup()).isCloseTo(4 / 1.8, within(1e-12));
    }

    @Test
    void aLastGroupThatIsNotFullCounts() {
        // Five parts: 2 rounds of 2 s for four at a time, 3 rounds of 1.1 s for two.
        assertThat(ParallelChoice.fastest(5, Map.of(1, 1.0, 2, 1.1, 4, 2.0)).number())
                .isEqualTo(2);
    }

    @Test
    void aGainWithinTheNoiseKeepsPartsOneByOne() {
        assertThat(ParallelChoice.fastest(10, Map.of(1, 1.0, 2, 1.92))).isEqualTo(ParallelChoice.ONE);
    }

    @Test
    void aGivenNumberHasTheSpeedupThatWasMeasured() {
        ParallelChoice choice = ParallelChoice.of(3, Map.of(1, 1.0, 3, 2.0));

        assertThat(choice.number()).isEqualTo(3);
        assertThat(choice.speedup()).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void aGivenNumberIsMeasuredAgainstOneAndAtMostTheNumberOfParts() {
        ParallelChoice choice =
                ParallelChoice.measured(OptionalInt.of(8), 3, 1, ParallelChoiceTest::failing, numbers -> {
                    assertThat(numbers).containsExactly(1, 3);
                    return Map.of(1, 1.0, 3, 2.0);
                });

        assertThat(choice).isEqualTo(new ParallelChoice(3, 1.5));
    }

    @Test
    void nothingIsMeasuredWhereOnlyOnePartCanAdvance() {
        Function<List<Integer>, Map<Integer, Double>> never = numbers -> {
            throw new AssertionError(numbers);
        };

        assertThat(ParallelChoice.measured(OptionalInt.of(1), 10, 4, ParallelChoiceTest::failing, never))
                .isEqualTo(ParallelChoice.ONE);
        assertThat(ParallelChoice.measured(OptionalInt.empty(), 10, 1, ParallelChoiceTest::failing, never))
                .isEqualTo(ParallelChoice.ONE);
        assertThat(ParallelChoice.measured(OptionalInt.empty(), 1, 4, ParallelChoiceTest::failing, never))
                .isEqualTo(ParallelChoice.ONE);
        assertThat(ParallelChoice.measured(OptionalInt.empty(), 10, 4, () -> parts -> false, never))
                .isEqualTo(ParallelChoice.ONE);
    }

    @Test
    void powersOfTwoAndTheLargestNumberAreMeasuredWhereTheyFit() {
        assertThat(ParallelChoice.numbers(1, parts -> true)).containsExactly(1);
        assertThat(ParallelChoice.numbers(4, parts -> true)).containsExactly(1, 2, 4);
        assertThat(ParallelChoice.numbers(6, parts -> true)).containsExactly(1, 2, 4, 6);
        assertThat(ParallelChoice.numbers(6, parts -> parts < 4)).containsExactly(1, 2);
        assertThat(ParallelChoice.numbers(6, parts -> false)).containsExactly(1);
    }
}
