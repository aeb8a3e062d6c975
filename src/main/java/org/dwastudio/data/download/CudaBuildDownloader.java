package org.dwastudio.data.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.PublishedDataset.RemoteFile;
import org.dwastudio.data.download.DownloadPlan.Content;
import org.dwastudio.event.ProgressListener;

/**
 * The build of PyTorch for NVIDIA graphics cards, from where DJL's makers publish it: a list of all files, and every
 * library compressed by itself. Nothing is asked there before somebody wants to know what there is to fetch.
 */
public final class CudaBuildDownloader {
    /** Of all versions. */
    private static final URI SOURCE = URI.create("https://publish.djl.ai/pytorch/");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._%+-]*\\.gz");
    /** The libraries are machine code, which gzip makes about half as large. */
    private static final int INFLATED = 2;

    private static final int MOST_INFLATED = 8;

    private final URI list;
    private final String prefix;
    private final Path parent;
    private final String name;
    private final RetryPolicy patience;

    /**
     * What there is to fetch.
     *
     * @param files all of them, compressed
     * @param bytes of them together
     * @param host that they come from
     * @param folder that they will be in
     */
    public record Offer(List<RemoteFile> files, long bytes, String host, Path folder) {
        public Offer {
            files = List.copyOf(files);
        }

        /** About what they take on the disk in the end. */
        public long diskBytes() {
            return INFLATED * bytes;
        }
    }

    /**
     * @param source of all versions, with a slash at its end
     * @param version of PyTorch
     * @param flavour as the publisher names it, for example {@code cu128}
     * @param classifier system and processor, for example {@code linux-x86_64}
     * @param parent the build gets a folder of its own in it
     */
    CudaBuildDownloader(
            URI source, String version, String flavour, String classifier, Path parent, RetryPolicy patience) {
        list = source.resolve(version + "/files.txt");
        prefix = flavour + "/" + classifier + "/";
        name = version + "-" + flavour + "-" + classifier;
        this.parent = parent;
        this.patience = patience;
    }

    /**
     * The one for a platform.
     *
     * @param osName as the system property {@code os.name}
     * @param osArch as the system property {@code os.arch}
     * @param parent the build gets a folder of its own in it
     * @return empty where there are no such graphics cards
     */
    public static Optional<CudaBuildDownloader> of(
            String osName, String osArch, String version, String flavour, Path parent) {
        if (!List.of("amd64", "x86_64").contains(osArch.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        Optional<String> system = osName.startsWith("Linux")
                ? Optional.of("linux-x86_64")
                : osName.startsWith("Windows") ? Optional.of("win-x86_64") : Optional.empty();
        return system.map(
                classifier -> new CudaBuildDownloader(SOURCE, version, flavour, classifier, parent, RetryPolicy.USUAL));
    }

    /** Where it is, or would be. */
    public Path folder() {
        return parent.toAbsolutePath().normalize().resolve(name);
    }

    /** The computer that would be asked. */
    public String host() {
        return list.getHost();
    }

    public boolean isThere() {
        return Files.isDirectory(folder());
    }

    /**
     * Asks the publisher which files there are and how large they are; fetches none of them.
     *
     * @throws DatasetException when that fails, in words
     */
    public Offer lookUp() throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience.connect())
                .build();
        String all = answer(client, HttpRequest.newBuilder(list).GET()).body();
        List<RemoteFile> files = new ArrayList<>();
        for (String line : all.lines().map(String::strip).toList()) {
            String file = line.substring(line.lastIndexOf('/') + 1);
            if (line.startsWith(prefix) && NAME.matcher(file).matches()) {
                URI address = list.resolve(line);
                long bytes = answer(
                                client,
                                HttpRequest.newBuilder(address).method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .headers()
                        .firstValueAsLong("Content-Length")
                        .orElseThrow(() -> new DatasetException(address + ": the publisher does not tell its size."));
                files.add(new RemoteFile(address, bytes, ""));
            }
        }
        if (files.isEmpty()) {
            throw new DatasetException(list + " names no build " + prefix + " any more.");
        }
        return new Offer(files, files.stream().mapToLong(RemoteFile::bytes).sum(), host(), folder());
    }

    private HttpResponse<String> answer(HttpClient client, HttpRequest.Builder request) throws IOException {
        HttpRequest asked = request.timeout(patience.stall()).build();
        try {
            HttpResponse<String> answer = client.send(asked, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new DatasetException(asked.uri() + ": " + HttpErrorMessages.of(answer.statusCode()) + ".");
            }
            return answer;
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw new DatasetException(
                    asked.uri() + ": " + HttpErrorMessages.of(e, asked.uri())
                            + ". Please check the network and try again.",
                    e);
        } catch (InterruptedException e) {
            throw StopSignal.interrupted();
        }
    }

    /**
     * Fetches what was offered; goes on where an earlier download ended.
     *
     * @param progress bytes that are fetched and then inflated, of both together
     * @param stopped while true the download ends
     * @return the folder
     */
    public Path fetch(Offer offer, ProgressListener progress, BooleanSupplier stopped) throws IOException {
        List<Content> content = offer.files().stream()
                .map(file -> FileFetch.nameOf(file).replaceFirst("\\.gz$", ""))
                .map(Content::any)
                .toList();
        DownloadPlan plan = new DownloadPlan(
                name,
                "PyTorch " + name,
                offer.files(),
                new ArchiveLayout.Inflated(MOST_INFLATED * offer.bytes()),
                content,
                offer.diskBytes());
        return new DatasetDownloader(patience).fetch(plan, parent, progress, stopped);
    }
}
