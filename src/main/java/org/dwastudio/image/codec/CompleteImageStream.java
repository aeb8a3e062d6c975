package org.dwastudio.image.codec;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;

/**
 * Content of an image. Some decoders continue at its end, as if zeros followed: for an image that is cut short they take
 * minutes.
 */
final class CompleteImageStream extends ImageInputStreamImpl {
    /** Decoders read a few bytes behind the end of intact images. */
    private static final int MOST_ENDS = 1000;

    private final byte[] content;
    private int ends;

    CompleteImageStream(byte[] content) {
        this.content = content;
    }

    @Override
    public long length() {
        return content.length;
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        return isAtEnd() ? -1 : content[(int) streamPos++] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        bitOffset = 0;
        if (length > 0 && isAtEnd()) {
            return -1;
        }
        int read = (int) Math.min(length, content.length - streamPos);
        System.arraycopy(content, (int) streamPos, bytes, offset, read);
        streamPos += read;
        return read;
    }

    private boolean isAtEnd() throws IOException {
        if (streamPos < content.length) {
            return false;
        }
        ends++;
        if (ends > MOST_ENDS) {
            throw new DescribedIOException(Message.of("file.truncated"));
        }
        return true;
    }
}
