package org.dwastudio.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.dwastudio.compute.PrecisionAdvice.Kind;
import org.dwastudio.config.synthesis.Execution.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PrecisionAdviceTest {

    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"FLOAT32", "FLOAT64"})
    void exactPrecisionsNeedNoAdvice(Precision precision) {
        assertThat(PrecisionAdvice.of(precision, Optional.empty(), false)).isEmpty();
        assertThat(PrecisionAdvice.of(precision, card("5.0"), false)).isEmpty();
    }

    @Test
    void onAProcessorHalfNeverBringsASpeedUpAndMixedOnlyWithItsInstructions() {
        assertThat(message(Precision.HALF, Optional.empty(), true))
                .isEqualTo(
                        "Precision half is meant for graphics cards: on a processor, convolutions in float16 take several"
                                + " times as long as in float32.");
        assertThat(message(Precision.MIXED, Optional.empty(), false))
                .isEqualTo(
                        "Precision mixed brings no speed-up here: no bfloat16 instructions are known that PyTorch can use"
                                + " on this processor, and without them convolutions take several times as long as in float32.");
        assertThat(PrecisionAdvice.of(Precision.MIXED, Optional.empty(), true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "6.1, HALF_ON_CARD, MIXED_ON_CARD",
        "7.0, , MIXED_ON_CARD",
        "7.5, , MIXED_ON_CARD",
        "8.0, , ",
        "8.6, , ",
        "12.0, , "
    })
    void onACardItsComputeCapabilityDecides(String capability, Kind half, Kind mixed) {
        assertThat(PrecisionAdvice.of(Precision.HALF, card(capability), false).map(PrecisionAdvice::kind))
                .isEqualTo(Optional.ofNullable(half));
        assertThat(PrecisionAdvice.of(Precision.MIXED, card(capability), false).map(PrecisionAdvice::kind))
                .isEqualTo(Optional.ofNullable(mixed));
    }

    @Test
    void theSentenceNamesTheCard() {
        assertThat(message(Precision.MIXED, card("7.5"), false))
                .isEqualTo(
                        "Precision mixed brings little speed-up on T4: bfloat16 is faster from compute capability 8.0 on, and"
                                + " this card has 7.5.");
    }

    private static String message(Precision precision, Optional<Gpu> gpu, boolean instructions) {
        return PrecisionAdvice.of(precision, gpu, instructions).orElseThrow().message();
    }

    private static Optional<Gpu> card(String capability) {
        return Optional.of(new Gpu(0, "T4", 16_000_000_000L, capability));
    }
}
