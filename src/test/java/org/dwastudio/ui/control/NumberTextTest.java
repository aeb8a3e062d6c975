package org.dwastudio.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({"0.015,0.015", "1000,1000", "11.0,11", "1e-8,1e-8", "2.5e-5,2.5e-5", "-3,-3", "0,0", "1.5e9,1.5e9"})
    void numbersAreWrittenAsShortAsTheyReadBack(double number, String text) {
        assertThat(NumberText.exact(number)).isEqualTo(text);
        assertThat(NumberText.parse(text)).hasValue(number);
    }

    @Test
    void readingsAreRounded() {
        assertThat(NumberText.rounded(0.123456, 4)).isEqualTo("0.1235");
        assertThat(NumberText.rounded(123456, 2)).isEqualTo("120000");
        assertThat(NumberText.rounded(Double.NaN, 4)).isEqualTo("NaN");
    }

    @ParameterizedTest
    @CsvSource({"'0,02',0.02", "'-1,5',-1.5", "',5',0.5", "'0,125',0.125", "'2,5e-3',0.0025"})
    void aDecimalCommaIsReadAsAPoint(String text, double number) {
        assertThat(NumberText.parse(text)).hasValue(number);
    }

    @Test
    void fullWidthDigitsAreUnderstood() {
        assertThat(NumberText.parse(" ０．２５ ")).hasValue(0.25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,000", "1,5,2", "1.000,5", "0x10", "1f", "NaN", "Infinity", "1 2"})
    void whatIsNoNumberIsRejected(String text) {
        assertThat(NumberText.parse(text)).isEmpty();
    }
}
