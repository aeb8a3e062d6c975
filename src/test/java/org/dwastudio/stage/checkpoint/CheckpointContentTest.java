package org.dwastudio.stage.checkpoint;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.dwastudio.stage.StageException;
import org.junit.jupiter.api.Test;

class CheckpointContentTest {
    @Test
    void valuesThatDoNotFitAreExplained() {
        assertThatThrownBy(() -> CheckpointContent.restore("squeeze", () -> Integer.parseInt("4x")))
                .isInstanceOf(StageException.class)
                .hasMessage("The newest checkpoint of the squeeze does not fit this run: For input string: \"4x\"."
                        + " Please delete it, so that the squeeze resumes from the one before.");
    }

    @Test
    void otherFailuresStayAsTheyAre() {
        assertThatThrownBy(() -> CheckpointContent.restore("squeeze", () -> {
                    throw new CancellationException("stopped");
                }))
                .isInstanceOf(CancellationException.class)
                .hasMessage("stopped");
    }
}
