package org.dwastudio.ui.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dwastudio.config.ChannelNormalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizationTextTest {
    @Test
    void commasSpacesAndFullWidthDigitsSeparateAndWriteNumbers() {
        assertThat(NormalizationText.parse("0.485, 0.456 0.406", "０.229、0.224;0.225", 3))
                .contains(new ChannelNormalization(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225)));
    }

    @ParameterizedTest
    @CsvSource({"'0.5 0.5',0.25", "0.5,0", "0.5,-1", "1.5,0.25", "half,0.25", "'',0.25", "NaN,0.25", "0.5,Infinity"})
    void anInvalidNormalizationOfOneChannelIsRefused(String mean, String std) {
        assertThat(NormalizationText.parse(mean, std, 1)).isEmpty();
    }
}
