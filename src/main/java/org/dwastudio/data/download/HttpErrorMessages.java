package org.dwastudio.data.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Messages for failures of servers and connections. */
final class HttpErrorMessages {
    private HttpErrorMessages() {}

    /** Formats a duration, for example {@code 60 s} or {@code 0.2 s}. */
    static String of(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        return seconds == Math.rint(seconds) ? (long) seconds + " s" : String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** Describes a missing response as a clause. */
    static String of(IOException failure, URI address) {
        String host = address.getHost();
        if (failure instanceof HttpConnectTimeoutException) {
            return host + " cannot be reached";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "unknown host " + host + ", or this computer has no network";
            }
            if (cause instanceof SSLException) {
                return "no secure connection to " + host + " could be made (" + cause.getMessage() + ")";
            }
        }
        return failure instanceof ConnectException
                ? host + " refuses connections or cannot be reached"
                : "the connection to " + host + " broke";
    }

    /** Describes an HTTP status as a clause. */
    static String of(int status) {
        String meaning;
        if (status == 404 || status == 410) {
            meaning = "the file is not there any more";
        } else if (status == 401 || status == 403) {
            meaning = "the server does not give the file out";
        } else if (status == 429) {
            meaning = "the server asks to come back later";
        } else if (status >= 500) {
            meaning = "the server is in trouble";
        } else if (status >= 300 && status < 400) {
            meaning = "the server sends to another place that is not safe to follow";
        } else {
            meaning = "the server does not answer as expected";
        }
        return meaning + " (HTTP " + status + ")";
    }
}
