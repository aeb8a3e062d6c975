package org.dwastudio.compute;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dwastudio.config.SynthesisConfig.Precision;

/**
 * Why a precision is better not chosen on a device, in words that the command line shows as they are and the window in
 * its language. It is no reason to refuse a run: every precision computes everywhere.
 *
 * @param kind what does not gain on what
 * @param arguments what its words leave open, in their order
 */
public record PrecisionAdvice(Kind kind, List<String> arguments) {
    /** Compute capability from which cards have matrix units for float16 (Volta), and for bfloat16 (Ampere). */
    private static final double FLOAT16_CAPABILITY = 7.0;

    private static final double BFLOAT16_CAPABILITY = 8.0;

    /** What does not gain on what. */
    public enum Kind {
        HALF_ON_PROCESSOR("Precision half is for graphics cards: on a processor, convolutions in float16 take several"
                + " times as long as in float32."),
        MIXED_ON_PROCESSOR("Precision mixed gains nothing here: no bfloat16 instructions are known that PyTorch may use"
                + " on this processor, and without them convolutions take several times as long as in float32."),
        HALF_ON_CARD("Precision half gains little on {0}: float16 is quicker from compute capability {2} on, and this"
                + " card has {1}."),
        MIXED_ON_CARD(
                "Precision mixed gains little on {0}: bfloat16 is quicker from compute capability {2} on, and this"
                        + " card has {1}.");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** A pattern for {@link MessageFormat}. */
        public String words() {
            return words;
        }
    }

    public PrecisionAdvice {
        arguments = List.copyOf(arguments);
    }

    /**
     * What there is to say of a precision.
     *
     * @param gpu what computes; empty for the processor
     * @param bfloat16Instructions whether the processor is known to have some that the engine uses
     * @return empty where it gains something, or gives up nothing
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

    /** A sentence in English. */
    public String message() {
        return new MessageFormat(kind.words(), Locale.ROOT).format(arguments.toArray());
    }
}
