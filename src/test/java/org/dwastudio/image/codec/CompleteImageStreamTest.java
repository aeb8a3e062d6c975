package org.dwastudio.image.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CompleteImageStreamTest {
    @Test
    void aDecoderThatGoesOnBehindTheEndIsStopped() throws IOException {
        try (CompleteImageStream stream = new CompleteImageStream(new byte[] {7})) {
            assertThat(stream.read()).isEqualTo(7);
            for (int i = 0; i < 500; i++) {
                assertThat(stream.read()).isEqualTo(-1);
                assertThatThrownBy(stream::readByte).isInstanceOf(EOFException.class);
            }

            assertThatThrownBy(stream::readByte)
                    .isNotInstanceOf(EOFException.class)
                    .hasMessage("the file ends too early, it is truncated");
        }
    }
}
