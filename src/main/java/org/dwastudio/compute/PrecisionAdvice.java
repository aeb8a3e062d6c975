package org.dwastudio.compute;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dwastudio.config.synthesis.Execution.Precision;

/**
 * Advice against a precision on a device. The command line shows its English message, the window a translated one. A
 * run is never rejected for it: every precision works on every device.
 *
 * @param kind kind of device and precision
 * @param arguments arguments of the message, in order
 */
public record PrecisionAdvice(Kind kind, List<String> arguments) {
    /** Compute capability from which cards have matrix units for float16 (Volta), and for bfloat16 (Ampere). */
    private static final double FLOAT16_CAPABILITY = 7.0;

    private static final double BFLOAT16_CAPABILITY = 8.0;

    /** Kind of device and precision. */
    public enum Kind {
        HALF_ON_PROCESSOR(
                "Precision half is meant for graphics cards: on a processor, convolutions in float16 take several"
                        + " times as long as in float32."),
        MIXED_ON_PROCESSOR(
                "Precision mixed brings no speed-up here: no bfloat16 instructions are known that PyTorch can use"
                        + " on this processor, and without them convolutions take several times as long as in float32."),
        HALF_ON_CARD(
                "Precision half brings little speed-up on {0}: float16 is faster from compute capability {2} on, and this"
                        + " card has {1}."),
        MIXED_ON_CARD(
                "Precision mixed brings little speed-up on {0}: bfloat16 is faster from compute capability {2} on, and this"
                        + " card has {1}.");

        private final String pattern;

        Kind(String words) {
            this.pattern = words;
        }

        /** Returns a pattern for {@link MessageFormat}. */
        public String pattern() {
            return pattern;
        }
    }

    public PrecisionAdvice {
        arguments = List.copyOf(arguments);
    }

    /**
     * Returns the advice about a precision.
     *
     * @param gpu graphics card that computes; empty for the processor
     * @param bfloat16Instructions true if the processor is known to have bfloat16 instructions that the engine uses
     * @return empty if the precision brings a speed-up, or costs no accuracy
     */
    public static Optional<PrecisionAdvice> of(Precision precision, Optional<Gpu> gpu, boolean bfloat16Instructions) {
        return switch (precision) {
            case FLOAT32, FLOAT64 -> Optional.empty();
            case MIXED ->
                gpu.map(card -> onCard(Kind.MIXED_ON_CARD, card, BFLOAT16_CAPABILITY))
                        .orElseGet(() -> onProcessor(Kind.MIXED_ON_PROCESSOR, bfloat16Instructions));
            case HALF ->
                gpu.map(card -> onCard(Kind.HALF_ON_CARD, card, FLOAT16_CAPABILITY))
                        .orElseGet(() -> onProcessor(Kind.HALF_ON_PROCESSOR, false));
        };
    }

    private static Optional<PrecisionAdvice> onCard(Kind kind, Gpu card, double needed) {
        return Double.parseDouble(card.capability()) >= needed
                ? Optional.empty()
                : Optional.of(
                        new PrecisionAdvice(kind, List.of(card.name(), card.capability(), Double.toString(needed))));
    }

    private static Optional<PrecisionAdvice> onProcessor(Kind kind, boolean gains) {
        return gains ? Optional.empty() : Optional.of(new PrecisionAdvice(kind, List.of()));
    }

    /** Returns the message in English. */
    public String message() {
        return new MessageFormat(kind.pattern(), Locale.ROOT).format(arguments.toArray());
    }
}
