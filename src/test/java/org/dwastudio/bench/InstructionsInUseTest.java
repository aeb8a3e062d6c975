package org.dwastudio.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionsInUseTest {
    private static final String LINUX = "flags\t\t: fpu sse4_1 avx avx2 ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                      | AVX2, the newest that this processor has",
                "avx512f                 | AVX-512, the newest that this processor has",
                "avx512f avx512_bf16     | AVX-512 with bfloat16, the newest that this processor has",
                "avx512_bf16 amx_bf16    | AMX with bfloat16, the newest that this processor has"
            })
    void withoutALimitTheNewestAreUsed(String features, String expected) {
        assertThat(described(LINUX + features, Map.of()))
                .isEqualTo("instructions: " + expected + "; 2 threads, one per core");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ONEDNN_MAX_CPU_ISA  | avx2    | convolutions AVX2 because of ONEDNN_MAX_CPU_ISA=avx2, other operators AVX-512",
                "ATEN_CPU_CAPABILITY | default | convolutions AVX-512 with bfloat16, other operators SSE4.1 because of ATEN_CPU_CAPABILITY=default"
            })
    void aLimitIsNamed(String variable, String value, String expected) {
        assertThat(described(LINUX + "avx512f avx512_bf16", Map.of(variable, value)))
                .isEqualTo("instructions: " + expected
                        + "; the processor has AVX-512 with bfloat16; 2 threads, one per core");
    }

    @ParameterizedTest
    @CsvSource({"ONEDNN_MAX_CPU_ISA, AVX512_CORE", "ONEDNN_MAX_CPU_ISA, DEFAULT", "ATEN_CPU_CAPABILITY, avx2"})
    void aLimitThatExcludesNothingIsNotNamed(String variable, String value) {
        assertThat(described(LINUX, Map.of(variable, value)))
                .startsWith("instructions: AVX2, the newest that this processor has;");
    }

    @Test
    void featuresOfWindowsAndOfMacOsAreKnown() {
        assertThat(described("PF_AVX2_INSTRUCTIONS_AVAILABLE", Map.of())).contains(" AVX2,");
        assertThat(described("machdep.cpu.leaf7_features: RDWRFSGS AVX2 AVX512F", Map.of()))
                .contains(" AVX-512,");
        assertThat(described("Features\t: fp asimd", Map.of())).contains("chosen by PyTorch");
    }

    @Test
    void theNumberOfThreadsIsExplained() {
        Map<String, String> environment = new HashMap<>(Map.of("OMP_NUM_THREADS", "1"));

        assertThat(new InstructionsInUse(List.of(LINUX), environment, 8, 1).describe())
                .endsWith("; 1 thread because of OMP_NUM_THREADS=1");
        assertThat(new InstructionsInUse(List.of(LINUX), Map.of(), 8, 4).describe())
                .endsWith("; 4 threads, PyTorch's choice for 8 cores");
    }

    private static String described(String flags, Map<String, String> environment) {
        return new InstructionsInUse(List.of(flags), environment, 2, 2).describe();
    }
}
