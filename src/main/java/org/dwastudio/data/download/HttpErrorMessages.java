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
import org.dwastudio.text.Message;

/** Messages for failures of servers and connections. */
final class HttpErrorMessages {
    private HttpErrorMessages() {}

    /** Formats a duration, for example {@code 60 s} or {@code 0.2 s}. */
    static String of(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        return seconds == Math.rint(seconds) ? (long) seconds + " s" : String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** Describes a missing response as a clause. */
    static Message of(IOException failure, URI address) {
        String host = address.getHost();
        if (failure instanceof HttpConnectTimeoutException) {
            return Message.of("http.unreachable", host);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return Message.of("http.unknownHost", host);
            }
            if (cause instanceof SSLException) {
                return Message.of("http.insecure", host, String.valueOf(cause.getMessage()));
            }
        }
        return Message.of(failure instanceof ConnectException ? "http.refused" : "http.brokeTo", host);
    }

    /** Describes an HTTP status as a clause. */
    static Message of(int status) {
        String key;
        if (status == 404 || status == 410) {
            key = "http.gone";
        } else if (status == 401 || status == 403) {
            key = "http.denied";
        } else if (status == 429) {
            key = "http.later";
        } else if (status >= 500) {
            key = "http.trouble";
        } else if (status >= 300 && status < 400) {
            key = "http.redirected";
        } else {
            key = "http.unexpected";
        }
        return Message.of(key, status);
    }
}
