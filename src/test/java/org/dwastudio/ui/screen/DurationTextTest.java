package org.dwastudio.ui.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "30.4, 30 s, 30秒",
        "161, 2 m 41 s, 2分41秒",
        "599.4, 9 m 59 s, 9分59秒",
        "599.6, 10 m, 10分",
        "1624, 27 m, 27分",
        "3580, 1 h 0 m, 1時間0分",
        "11130, 3 h 6 m, 3時間6分",
        "35980, 10 h, 10時間",
        "95000, 26 h, 26時間"
    })
    void anEstimateHasNoMorePrecisionThanItIsWorth(double seconds, String english, String japanese) {
        assertThat(DurationText.approximate(seconds, Messages.in(Language.ENGLISH)))
                .isEqualTo(english);
        assertThat(DurationText.approximate(seconds, Messages.in(Language.JAPANESE)))
                .isEqualTo(japanese);
    }
}
