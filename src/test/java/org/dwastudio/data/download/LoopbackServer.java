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

/** A publisher on this computer, which misbehaves as told: one answer a request, the last one again and again. */
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

    /** What was asked. */
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

    /** As a good server does: whole, or from where it is asked for if that is still the same version. */
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

    /** Knows nothing of ranges. */
    static HttpHandler whole(byte[] content) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", TAG);
            exchange.sendResponseHeaders(200, content.length);
            send(exchange, content);
        };
    }

    /** Ends the connection after so many bytes. */
    static HttpHandler truncated(byte[] content, int after) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", TAG);
            exchange.sendResponseHeaders(200, content.length);
            send(exchange, Arrays.copyOf(content, after));
        };
    }

    /** A part, named as if it began elsewhere when {@code named} differs from {@code from}. */
    static HttpHandler part(byte[] content, int from, int to, int named) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", TAG);
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + named + "-" + (to - 1) + "/" + content.length);
            exchange.sendResponseHeaders(206, to - from);
            send(exchange, Arrays.copyOfRange(content, from, to));
        };
    }

    /** Without telling how long it is. */
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

    /** Sends so many bytes, and then nothing until the test is over. */
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

    /** Takes the request and says nothing. */
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
