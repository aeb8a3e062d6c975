package org.dwastudio.nn.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Bfloat16InstructionsTest {

    @ParameterizedTest
    @CsvSource({
        "GenuineIntel, avx2 avx512f avx512_bf16, , true",
        "GenuineIntel, avx2 avx512f amx_bf16 hypervisor, , true",
        "GenuineIntel, avx2 avx512f avx512_vnni, , false",
        "GenuineIntel, avx512f avx512_bf16, AVX512_CORE, false",
        "GenuineIntel, avx512f avx512_bf16, avx2, false",
        "GenuineIntel, avx512f avx512_bf16, AVX512_CORE_BF16, true",
        "AuthenticAMD, avx512f avx512_bf16, , true",
        "AuthenticAMD, avx512f avx512_bf16 hypervisor, , true",
        "AuthenticAMD, avx512f avx512_bf16 hypervisor, DEFAULT, true",
        "AuthenticAMD, avx512f avx512_bf16 hypervisor, AVX, false"
    })
    void theyAreUsedWhereTheProcessorHasThemAndNothingLimitsThem(
            String vendor, String flags, String limit, boolean used) {
        assertThat(Bfloat16Instructions.areUsed(
                        List.of("vendor_id\t: " + vendor, "flags\t\t: fpu " + flags), Optional.ofNullable(limit)))
                .isEqualTo(used);
    }
}
