package org.dwastudio.data.download;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.PublishedDataset.RemoteFile;
import org.dwastudio.text.Message;

/** Request for the missing part of a file, whose response is appended to the existing part. */
final class Transfer {
    private final HttpClient client;
    private final RetryPolicy retries;
    private final StopSignal stop;
    private final Runnable idle;

    /** @param idle called repeatedly while no data arrives */
    Transfer(HttpClient client, RetryPolicy retries, StopSignal stop, Runnable idle) {
        this.client = client;
        this.retries = retries;
        this.stop = stop;
        this.idle = idle;
    }

    /**
     * Fetches the missing part.
     *
     * @param size receives the number of bytes stored so far
     * @throws TransientDownloadException if the response ended too early; the received part is kept
     */
    void run(RemoteFile file, PartialDownload part, LongConsumer size) throws IOException {
        HttpResponse<Publisher<List<ByteBuffer>>> response = send(request(file, part), file);
        try (HttpBodySubscriber body = new HttpBodySubscriber()) {
            response.body().subscribe(body);
            new HttpResponseHead(response.statusCode(), response.headers()).prepare(part, file);
            write(body, part, file, size);
        }
    }

    private static HttpRequest request(RemoteFile file, PartialDownload part) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(file.address()).GET();
        long there = part.size();
        if (there > 0) {
            request.header("Range", "bytes=" + there + "-");
            Optional<String> version = part.version();
            version.ifPresent(name -> request.header("If-Range", name));
        }
        return request.build();
    }

    private HttpResponse<Publisher<List<ByteBuffer>>> send(HttpRequest request, RemoteFile file) throws IOException {
        CompletableFuture<HttpResponse<Publisher<List<ByteBuffer>>>> answer =
                client.sendAsync(request, BodyHandlers.ofPublisher());
        long asked = System.nanoTime();
        try {
            while (System.nanoTime() - asked < retries.stall().toNanos()) {
                stop.check();
                idle.run();
                try {
                    return answer.get(StopSignal.LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // Nobody has given up yet.
                }
            }
            throw new TransientDownloadException(
                    Message.of("http.noAnswer", file.address().getHost(), HttpErrorMessages.of(retries.stall())));
        } catch (InterruptedException e) {
            throw StopSignal.interrupted();
        } catch (ExecutionException e) {
            IOException failure = e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            throw new TransientDownloadException(HttpErrorMessages.of(failure, file.address()), failure);
        } finally {
            answer.cancel(true);
        }
    }

    private void write(HttpBodySubscriber body, PartialDownload part, RemoteFile file, LongConsumer size)
            throws IOException {
        long there = part.size();
        size.accept(there);
        try (FileChannel channel = part.open()) {
            List<ByteBuffer> pieces = body.next(retries.stall(), stop, idle);
            while (!pieces.isEmpty()) {
                for (ByteBuffer piece : pieces) {
                    there += piece.remaining();
                    requireNoMore(there, file, part);
                    part.append(channel, piece);
                }
                size.accept(there);
                pieces = body.next(retries.stall(), stop, idle);
            }
        }
        if (there < file.bytes()) {
            throw new TransientDownloadException(Message.of("http.ended", there, file.bytes()));
        }
    }

    private static void requireNoMore(long there, RemoteFile file, PartialDownload part) throws IOException {
        if (there > file.bytes()) {
            part.discard();
            throw new DatasetException(Message.of("download.tooMuch", file.address(), file.bytes()));
        }
    }
}
