package org.dwastudio.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import oshi.SystemInfo;

/**
 * Vector instructions and threads of PyTorch on this processor, with the reason.
 *
 * @param flags features of the processor in the notation of any operating system
 * @param environment environment variables of this process
 * @param processors logical processors that this process may use
 * @param threads threads of one operator
 */
public record InstructionsInUse(List<String> flags, Map<String, String> environment, int processors, int threads) {
    private static final String CONVOLUTION_LIMIT = "ONEDNN_MAX_CPU_ISA";
    private static final String OPERATOR_LIMIT = "ATEN_CPU_CAPABILITY";
    private static final String THREADS = "OMP_NUM_THREADS";

    /** Set of instructions, from the oldest to the newest, with the feature that announces it. */
    private enum Level {
        SSE("SSE4.1", "sse4_1"),
        AVX("AVX", "avx"),
        AVX2("AVX2", "avx2"),
        AVX512("AVX-512", "avx512f"),
        AVX512_VNNI("AVX-512 with 8-bit integers", "avx512_vnni"),
        AVX512_BFLOAT16("AVX-512 with bfloat16", "avx512_bf16"),
        AMX("AMX with bfloat16", "amx_bf16");

        private final String text;
        private final String feature;

        Level(String text, String feature) {
            this.text = text;
            this.feature = feature;
        }

        Level atMost(Level other) {
            return compareTo(other) <= 0 ? this : other;
        }
    }

    /** Values of oneDNN's variable; all others are no limit. */
    private static final Map<String, Level> CONVOLUTION_LIMITS = Map.of(
            "SSE41", Level.SSE,
            "AVX", Level.AVX,
            "AVX2", Level.AVX2,
            "AVX2_VNNI", Level.AVX2,
            "AVX2_VNNI_2", Level.AVX2,
            "AVX512_CORE", Level.AVX512,
            "AVX512_CORE_VNNI", Level.AVX512_VNNI,
            "AVX512_CORE_BF16", Level.AVX512_BFLOAT16,
            "AVX512_CORE_FP16", Level.AVX512_BFLOAT16);

    /** Values of ATen's variable; all others are no limit. */
    private static final Map<String, Level> OPERATOR_LIMITS =
            Map.of("DEFAULT", Level.SSE, "AVX2", Level.AVX2, "AVX512", Level.AVX512);

    public InstructionsInUse {
        flags = List.copyOf(flags);
        environment = Map.copyOf(environment);
    }

    /** Returns the instructions of this computer. */
    static InstructionsInUse ofComputer(int threads) {
        return new InstructionsInUse(
                new SystemInfo().getHardware().getProcessor().getFeatureFlags(),
                System.getenv(),
                Runtime.getRuntime().availableProcessors(),
                threads);
    }

    /** Returns one line: instructions and threads, and why these. */
    public String describe() {
        return "instructions: " + instructions() + "; " + threadsText();
    }

    private String instructions() {
        Optional<Level> newest = newest();
        if (newest.isEmpty()) {
            return "chosen by PyTorch for this processor, which names none of x86";
        }
        Level processor = newest.get();
        Optional<String> convolutions = limited(CONVOLUTION_LIMIT, CONVOLUTION_LIMITS, processor);
        Optional<String> operators = limited(OPERATOR_LIMIT, OPERATOR_LIMITS, processor.atMost(Level.AVX512));
        if (convolutions.isEmpty() && operators.isEmpty()) {
            return processor.text + ", the newest that this processor has";
        }
        return "convolutions " + convolutions.orElse(processor.text) + ", other operators "
                + operators.orElse(processor.atMost(Level.AVX512).text) + "; the processor has " + processor.text;
    }

    /** Returns the instructions that a variable leaves of those that would be used; empty if it excludes none. */
    private Optional<String> limited(String variable, Map<String, Level> limits, Level otherwise) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> Optional.ofNullable(limits.get(value.toUpperCase(Locale.ROOT)))
                        .filter(limit -> limit.compareTo(otherwise) < 0)
                        .isPresent())
                .map(value -> Objects.requireNonNull(limits.get(value.toUpperCase(Locale.ROOT))).text + " because of "
                        + variable + "=" + value);
    }

    private String threadsText() {
        String count = threads == 1 ? "1 thread" : threads + " threads";
        Optional<String> set = Optional.ofNullable(environment.get(THREADS));
        if (set.isPresent()) {
            return count + " because of " + THREADS + "=" + set.get();
        }
        return threads == processors
                ? count + (threads == 1 ? ", the only core" : ", one per core")
                : count + ", PyTorch's choice for " + processors + " cores";
    }

    private Optional<Level> newest() {
        Set<String> features = flags.stream()
                .flatMap(line -> Arrays.stream(line.toLowerCase(Locale.ROOT).split("[^a-z0-9._]+", -1)))
                .map(InstructionsInUse::ofLinux)
                .collect(Collectors.toSet());
        return Arrays.stream(Level.values())
                .filter(level -> features.contains(level.feature))
                .reduce((older, newer) -> newer);
    }

    /** Returns the name that Linux has for a feature of Windows or macOS. */
    private static String ofLinux(String feature) {
        return switch (feature) {
            case "pf_sse4_1_instructions_available", "sse4.1" -> "sse4_1";
            case "pf_avx_instructions_available", "avx1.0" -> "avx";
            case "pf_avx2_instructions_available" -> "avx2";
            case "pf_avx512f_instructions_available" -> "avx512f";
            case "avx512bf16" -> "avx512_bf16";
            case "avx512vnni" -> "avx512_vnni";
            default -> feature;
        };
    }
}
