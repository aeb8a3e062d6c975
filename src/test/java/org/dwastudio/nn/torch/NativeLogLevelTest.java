package org.dwastudio.nn.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NativeLogLevelTest {

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyErrorsOfTheNativeCodeArePrinted() {
        TorchEngine.load();

        assertThat(NativeLogLevel.level().getInt(0)).isEqualTo(NativeLogLevel.ERROR);
    }
}
