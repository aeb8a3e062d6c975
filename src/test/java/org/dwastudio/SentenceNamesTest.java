package org.dwastudio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class SentenceNamesTest {

    @Test
    void aCamelCaseNameBecomesASentence(TestInfo test) {
        assertThat(test.getDisplayName()).isEqualTo("A camel case name becomes a sentence");
    }

    @Test
    void abbreviationsStayInCapitals() {
        assertThat(SentenceNames.sentence("aPNGFileIsRead")).isEqualTo("A PNG file is read");
        assertThat(SentenceNames.sentence("float32MatchesPyTorch")).isEqualTo("Float32 matches py torch");
    }
}
