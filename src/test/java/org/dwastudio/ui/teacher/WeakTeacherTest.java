package org.dwastudio.ui.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;
import org.junit.jupiter.api.Test;

class WeakTeacherTest {

    @Test
    void aTeacherBelowHalfWayFromChanceToPerfectIsWeak() {
        assertThat(WeakTeacher.of(0.549, 10)).contains(new WeakTeacher(0.549, 0.1));
        assertThat(WeakTeacher.of(0.551, 10)).isEmpty();
        assertThat(WeakTeacher.of(0.74, 2)).contains(new WeakTeacher(0.74, 0.5));
        assertThat(WeakTeacher.of(0.76, 2)).isEmpty();
    }

    @Test
    void theWarningNamesAccuracyChanceAndARemedy() {
        WeakTeacher teacher = new WeakTeacher(0.34, 0.1);

        assertThat(teacher.words(Messages.in(Language.ENGLISH)))
                .isEqualTo("This teacher knows little: test accuracy 34.0 % (chance: 10.0 %). Images distilled from it"
                        + " teach students little. Please train a teacher for more epochs, or choose another one.");
        assertThat(teacher.words(Messages.in(Language.JAPANESE)))
                .startsWith("この教師モデルのテスト正解率は 34.0 % と低い値です(チャンスレベル: 10.0 %)。");
    }
}
