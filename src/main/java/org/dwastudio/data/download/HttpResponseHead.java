package org.dwastudio.data.download;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.PublishedDataset.RemoteFile;
import org.dwastudio.file.ByteSizes;

/**
 * Head of an HTTP response.
 *
 * @param status HTTP status
 * @param headers HTTP headers
 */
record HttpResponseHead(int status, HttpHeaders headers) {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    /**
     * Prepares a partial file for the body that follows, which continues it or begins it anew.
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
            throw new TransientDownloadException("the server does not have the part that is missing (HTTP 416)");
        } else if (status == 408 || status == 425 || status == 429 || status >= 500) {
            throw new TransientDownloadException(HttpErrorMessages.of(status));
        } else {
            throw new DatasetException(file.address() + ": " + HttpErrorMessages.of(status)
                    + ". Please check the publisher's page, download the dataset from its new location, and choose its"
                    + " folder.");
        }
    }

    private void continueAt(PartialDownload part, RemoteFile file) throws IOException {
        Matcher range =
                CONTENT_RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
        if (!range.matches() || Long.parseLong(range.group(1)) != part.size()) {
            part.discard();
            throw new TransientDownloadException("the server sent another part than it was asked for");
        }
        if (!range.group(3).equals("*")) {
            requireSize(Long.parseLong(range.group(3)), file);
        }
    }

    private void requireNoPage(RemoteFile file) throws DatasetException {
        if (headers.firstValue("Content-Type").orElse("").startsWith("text/html")) {
            throw new DatasetException(
                    file.address() + ": a web page came instead of the file. Please check that no login"
                            + " page or proxy is in between, or check the publisher's page.");
        }
    }

    private static void requireSize(long offered, RemoteFile file) throws DatasetException {
        if (offered != file.bytes()) {
            throw new DatasetException(file.address() + " is now another file: " + offered + " bytes ("
                    + ByteSizes.describe(offered) + ") are offered, the published one has " + file.bytes()
                    + ". Please check that no login page or proxy is in between, or check the publisher's page.");
        }
    }

    /** Returns a version of the file that {@code If-Range} accepts (RFC 9110, 13.1.5): no weak ETag. */
    private Optional<String> version() {
        return headers.firstValue("ETag")
                .filter(tag -> tag.startsWith("\""))
                .or(() -> headers.firstValue("Last-Modified"));
    }
}
