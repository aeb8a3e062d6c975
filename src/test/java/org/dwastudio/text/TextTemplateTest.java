package org.dwastudio.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTemplateTest {
    private static final String IMAGES = "{1} of {0,choice,0#{0} images|1#1 image|1<{0} images}, it's {2}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 4 of 0 images, it's done",
                "1 | 4 of 1 image, it's done",
                "2 | 4 of 2 images, it's done",
                "1,000 | 4 of 1,000 images, it's done",
                "1 MiB of | 4 of 1 MiB of images, it's done",
                "100000000000000000000 | 4 of 100000000000000000000 images, it's done"
            })
    void aNumberChoosesTheFormOfItsNoun(String number, String text) {
        assertThat(TextTemplate.fill(IMAGES, List.of(number, "4", "done"))).isEqualTo(text);
    }

    @Test
    void valuesAreNoTemplates() {
        assertThat(TextTemplate.fill("{0} {1}", List.of("{1}", "$1 \\ {0,choice,1#x}")))
                .isEqualTo("{1} $1 \\ {0,choice,1#x}");
    }

    @Test
    void countsHaveTheirNounInTheSingularOrPlural() {
        assertThat(CountText.of(0, "image")).isEqualTo("0 images");
        assertThat(CountText.of(1, "image")).isEqualTo("1 image");
        assertThat(CountText.of(20, "image")).isEqualTo("20 images");
        assertThat(CountText.of(1, "class has", "classes have")).isEqualTo("1 class has");
        assertThat(CountText.of(2, "class has", "classes have")).isEqualTo("2 classes have");
    }
}
