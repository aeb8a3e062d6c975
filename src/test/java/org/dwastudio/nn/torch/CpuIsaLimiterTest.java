package org.dwastudio.nn.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuIsaLimiterTest {

    @ParameterizedTest
    @CsvSource({
        "AuthenticAMD, fma avx2 hypervisor avx512f avx512dq, true",
        "AuthenticAMD, hypervisor avx512f, true",
        "AuthenticAMD, fma avx2 avx512f, false",
        "AuthenticAMD, hypervisor fma avx2, false",
        "GenuineIntel, hypervisor avx512f avx512dq, false"
    })
    void onlyVirtualProcessorsOfAmdWithAvx512AreLimited(String vendor, String flags, boolean limited) {
        assertThat(CpuIsaLimiter.isNeeded(List.of(
                        "processor\t: 0", "vendor_id\t: " + vendor, "model\t\t: 17", "flags\t\t: fpu " + flags)))
                .isEqualTo(limited);
    }
}
