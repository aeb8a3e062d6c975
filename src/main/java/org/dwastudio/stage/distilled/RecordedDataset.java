package org.dwastudio.stage.distilled;

import java.io.IOException;
import java.nio.file.Path;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;

/**
 * Dataset that a distilled set was made from, as its folder records it.
 *
 * @param folder the folder as the user names it
 * @param fingerprint fingerprint of its images
 */
public record RecordedDataset(Path folder, String fingerprint) {

    /**
     * Rejects other images.
     *
     * @param source name or path of the dataset that the user asks for
     * @throws IOException with both fingerprints
     */
    public void requireSame(ImageDataset dataset, String source) throws IOException {
        String now = dataset.fingerprint();
        if (!now.equals(fingerprint)) {
            throw new DescribedIOException(Message.of("evaluation.otherImages", source, folder, now, fingerprint));
        }
    }
}
