package org.dwastudio.data.download;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.PublishedDataset.RemoteFile;
import org.dwastudio.file.ByteSizes;
import org.dwastudio.text.Message;

/**
 * Head of an HTTP response.
 *
 * @param status HTTP status
 * @param headers HTTP headers
 */
record HttpResponseHead(int status, HttpHeaders headers) {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    /**
     * Prepares a partial file for the body that follows, which continues it or replaces it.
     *
     * @throws TransientDownloadException if the response is unusable but a later one may not be
     * @throws DatasetException if another request is pointless
     */
    void prepare(PartialDownload part, RemoteFile file) throws IOException {
        if (status == 200) {
            requireNoPage(file);
            requireSize(headers.firstValueAsLong("Content-Length").orElse(file.bytes()), file);
            part.restart(version());
        } else if (status == 206) {
            continueAt(part, file);
        } else if (status == 416) {
            part.discard();
            throw new TransientDownloadException(Message.of("http.range"));
        } else if (status == 408 || status == 425 || status == 429 || status >= 500) {
            throw new TransientDownloadException(HttpErrorMessages.of(status));
        } else {
            throw new DatasetException(Message.of("download.moved", file.address(), HttpErrorMessages.of(status)));
        }
    }

    private void continueAt(PartialDownload part, RemoteFile file) throws IOException {
        Matcher range =
                CONTENT_RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
        if (!range.matches() || Long.parseLong(range.group(1)) != part.size()) {
            part.discard();
            throw new TransientDownloadException(Message.of("http.otherPart"));
        }
        if (!range.group(3).equals("*")) {
            requireSize(Long.parseLong(range.group(3)), file);
        }
    }

    private void requireNoPage(RemoteFile file) throws DatasetException {
        if (headers.firstValue("Content-Type").orElse("").startsWith("text/html")) {
            throw new DatasetException(Message.of("download.webPage", file.address()));
        }
    }

    private static void requireSize(long offered, RemoteFile file) throws DatasetException {
        if (offered != file.bytes()) {
            throw new DatasetException(Message.of(
                    "download.otherFile", file.address(), offered, ByteSizes.describe(offered), file.bytes()));
        }
    }

    /** Returns a version of the file that {@code If-Range} accepts (RFC 9110, 13.1.5): no weak ETag. */
    private Optional<String> version() {
        return headers.firstValue("ETag")
                .filter(tag -> tag.startsWith("\""))
                .or(() -> headers.firstValue("Last-Modified"));
    }
}
