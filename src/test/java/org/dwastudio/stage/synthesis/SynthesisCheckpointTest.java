package org.dwastudio.stage.synthesis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.dwastudio.stage.checkpoint.ChecksummedTensorFile;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints whose checksum is right and whose progress is not. */
class SynthesisCheckpointTest {
    private static final String REST = "\"turns\":[],\"tuning\":{\"applied\":{},\"wanted\":{}},"
            + "\"diversity\":{\"unseenColumns\":[],\"unseenReal\":[]}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"columns\":[null]," + REST,
                "{\"columns\":[{\"index\":0,\"start\":{},\"batchesDone\":null,\"underWay\":[]}]," + REST,
                "{\"columns\":[{\"index\":0,\"start\":{\"rho\":null},\"batchesDone\":[],\"underWay\":[]}]," + REST,
                "{\"columns\":{\"a\":1}," + REST,
                "{\"columns\":[],\"turns\":[]}"
            })
    void progressWithMissingValuesIsRefused(String progress) {
        ChecksummedTensorFile file = new ChecksummedTensorFile(Map.of(), Map.of("progress", progress));

        assertThatThrownBy(() -> SynthesisCheckpoint.of(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it is no checkpoint of a synthesis");
    }

    @Test
    void moreFinishedBatchesThanTheClassesHaveAreRefused() {
        String column = "{\"index\":0,\"start\":{},\"batchesDone\":[5,5,5],\"underWay\":[]}";
        SynthesisCheckpoint checkpoint = SynthesisCheckpoint.of(
                new ChecksummedTensorFile(Map.of(), Map.of("progress", "{\"columns\":[" + column + "]," + REST)));

        assertThatThrownBy(() -> checkpoint.finished(3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it is no checkpoint of a synthesis");
    }
}
