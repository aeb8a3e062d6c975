package org.dwastudio.data.download;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Publisher's server on this computer that can be configured to misbehave: one handler per request, the last one repeatedly.
 */
final class LoopbackServer implements AutoCloseable {
    static final String TAG = "\"v1\"";
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "loopback-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<HttpHandler> answers = new ConcurrentLinkedDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Received request. */
    record Request(String path, String range, String ifRange) {}

    LoopbackServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        requests.add(new Request(
                exchange.getRequestURI().getPath(), headers.getFirst("Range"), headers.getFirst("If-Range")));
        HttpHandler next = answers.size() > 1 ? answers.poll() : answers.peek();
        try (exchange) {
            next.handle(exchange);
        }
    }

    LoopbackServer answering(HttpHandler... next) {
        answers.clear();
        answers.addAll(List.of(next));
        return this;
    }

    URI address(String file) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + file);
    }

    List<Request> requests() {
        return requests;
    }

    /**
     * Returns a handler of a correct server, which sends the whole file, or the requested range if the version still
     * matches.
     */
    static HttpHandler serving(byte[] content) {
        return exchange -> {
            Matcher range =
                    RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
            String version = exchange.getRequestHeaders().getFirst("If-Range");
            if (range.matches() && (version == null || version.equals(TAG))) {
                int from = Integer.parseInt(range.group(1));
                part(content, from, content.length, from).handle(exchange);
            } else {
                whole(content).handle(exchange);
            }
        };
    }

    /** Returns a handler that ignores ranges. */
    static HttpHandler whole(byte[] content) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", TAG);
            exchange.sendResponseHeaders(200, content.length);
            send(exchange, content);
        };
    }

    /** Returns a handler that closes the connection after a number of bytes. */
    static HttpHandler truncated(byte[] content, int after) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", TAG);
            exchange.sendResponseHeaders(200, content.length);
            send(exchange, Arrays.copyOf(content, after));
        };
    }

    /**
     * Returns a handler that sends a part, labeled with the start {@code named}, which may differ from {@code from}.
     */
    static HttpHandler part(byte[] content, int from, int to, int named) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", TAG);
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + named + "-" + (to - 1) + "/" + content.length);
            exchange.sendResponseHeaders(206, to - from);
            send(exchange, Arrays.copyOfRange(content, from, to));
        };
    }

    /** Returns a handler that does not send the length. */
    static HttpHandler unannounced(byte[] content) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            send(exchange, content);
        };
    }

    static HttpHandler status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    static HttpHandler redirect(URI to) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", to.toString());
            exchange.sendResponseHeaders(302, -1);
        };
    }

    /** Returns a handler that sends a number of bytes, and then nothing until the test ends. */
    HttpHandler stalling(byte[] content, int after) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", TAG);
            exchange.sendResponseHeaders(200, content.length);
            OutputStream body = exchange.getResponseBody();
            body.write(content, 0, after);
            body.flush();
            awaitClosing();
        };
    }

    /** Returns a handler that accepts the request and sends nothing. */
    HttpHandler silent() {
        return exchange -> awaitClosing();
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
