package org.dwastudio.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedSequenceTest {

    @ParameterizedTest
    @CsvSource({
        "EPOCH_ORDER, 1181227746137621039",
        "EPOCH_IMAGE, -2544656020024566911",
        "EPOCH_DROPOUT, 933242971113155849",
        "STUDENT_IMAGES, 1698368593775332479",
        "STUDENT_ORDER, 1892248766193708573",
        "STUDENT_BATCH, -692362787767255088",
        "STUDENT_WEIGHTS, 5634910528729542714",
        "STUDENT_DROPOUT, 7990515048947746380",
        "START_IMAGE, -7076019737275521173",
        "CLUSTERS, -1110026041436816318",
        "NOISE, -3952443788461904277",
        "AUGMENTATION, -567433376600573046",
        "DIRECTION, -7920247263589235576",
        "REAL_REFERENCE, 919490330901387549",
        "REGRESSION_IMAGES, -2346519962050148723",
        "REGRESSION_STUDENT, -279530547376828380",
        "REGRESSION_STEP, -4659897138639874618",
        "LABEL_NOISE, -7989882028715414737",
        "CORRUPTION, 4335046923753638721",
        "SWEEP_POINT, -9114157954960393477",
        "MATCHING_NETWORK, -7726274612732507524",
        "MATCHING_IMAGES, -5804699968516673403",
        "MATCHING_AUGMENTATION, -7427475821482518193",
        "START_CANDIDATES, -1803581780272452859",
        "MOSAIC_CROPS, -3579023938028024781"
    })
    void everyPurposeDrawsTheSameNumbersInEveryVersion(RandomPurpose purpose, long first) {
        assertThat(new SeedSequence(7).generator(purpose, 5, 3).nextLong()).isEqualTo(first);
    }

    @Test
    void everyPurposeIsPinned() {
        assertThat(RandomPurpose.values()).hasSize(25);
        assertThat(Arrays.stream(RandomPurpose.values()).map(RandomPurpose::key))
                .doesNotHaveDuplicates();
    }

    @Test
    void noPositionDrawsWhatTheFirstVersionDrew() {
        assertThat(new SeedSequence(7).generator(RandomPurpose.DIRECTION).nextLong())
                .isEqualTo(-6605781565570599847L);
    }

    @Test
    void neighboringPositionsDrawDifferentNumbers() {
        SeedSequence seeds = new SeedSequence(7);

        assertThat(seeds.generator(RandomPurpose.EPOCH_IMAGE, 5, 4).nextLong())
                .isNotEqualTo(seeds.generator(RandomPurpose.EPOCH_IMAGE, 5, 3).nextLong())
                .isNotEqualTo(seeds.generator(RandomPurpose.EPOCH_IMAGE, 4, 5).nextLong());
    }
}
