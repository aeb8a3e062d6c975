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
import java.util.regex.Pattern;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.PublishedDataset.RemoteFile;
import org.dwastudio.data.download.DownloadPlan.Content;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.text.Message;

/**
 * Downloader of the PyTorch build for NVIDIA graphics cards from DJL's publisher, which offers a list of all files and
 * every library compressed separately. The server is not contacted before the user asks what is available.
 */
public final class CudaBuildDownloader {
    /** Address of all versions. */
    private static final URI SOURCE = URI.create("https://publish.djl.ai/pytorch/");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._%+-]*\\.gz");
    /** The libraries are machine code, which gzip compresses to about half the size. */
    private static final int INFLATED = 2;

    private static final int MOST_INFLATED = 8;

    private final URI list;
    private final String prefix;
    private final Path parent;
    private final String name;
    private final RetryPolicy retries;

    /**
     * Files available for download.
     *
     * @param files all files, compressed
     * @param bytes total size
     * @param host server that they come from
     * @param folder target folder
     */
    public record Offer(List<RemoteFile> files, long bytes, String host, Path folder) {
        public Offer {
            files = List.copyOf(files);
        }

        /** Returns the approximate final disk space, in bytes. */
        public long diskBytes() {
            return INFLATED * bytes;
        }
    }

    /**
     * Creates a downloader.
     *
     * @param source address of all versions, with a trailing slash
     * @param version version of PyTorch
     * @param flavour publisher's name of the variant, for example {@code cu128}
     * @param classifier operating system and processor, for example {@code linux-x86_64}
     * @param parent folder in which the build gets its own folder
     */
    CudaBuildDownloader(
            URI source, String version, String flavour, String classifier, Path parent, RetryPolicy retries) {
        list = source.resolve(version + "/files.txt");
        prefix = flavour + "/" + classifier + "/";
        name = version + "-" + flavour + "-" + classifier;
        this.parent = parent;
        this.retries = retries;
    }

    /**
     * Creates the downloader for a platform.
     *
     * @param osName value of the system property {@code os.name}
     * @param osArch value of the system property {@code os.arch}
     * @param parent folder in which the build gets its own folder
     * @return empty on platforms without such graphics cards
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

    /** Returns the target folder, which may not exist yet. */
    public Path folder() {
        return parent.toAbsolutePath().normalize().resolve(name);
    }

    /** Returns the server that would be contacted. */
    public String host() {
        return list.getHost();
    }

    public boolean isPresent() {
        return Files.isDirectory(folder());
    }

    /**
     * Asks the publisher for the files and their sizes without downloading them.
     *
     * @throws DatasetException if that fails, with a message for the user
     */
    public Offer lookUp() throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(retries.connect())
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
                        .orElseThrow(() -> new DatasetException(Message.of("download.noSize", address)));
                files.add(new RemoteFile(address, bytes, ""));
            }
        }
        if (files.isEmpty()) {
            throw new DatasetException(Message.of("download.noBuild", list, prefix));
        }
        return new Offer(files, files.stream().mapToLong(RemoteFile::bytes).sum(), host(), folder());
    }

    private HttpResponse<String> answer(HttpClient client, HttpRequest.Builder request) throws IOException {
        HttpRequest asked = request.timeout(retries.stall()).build();
        try {
            HttpResponse<String> answer = client.send(asked, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new DatasetException(
                        Message.of("download.http", asked.uri(), HttpErrorMessages.of(answer.statusCode())));
            }
            return answer;
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw new DatasetException(
                    Message.of("download.network", asked.uri(), HttpErrorMessages.of(e, asked.uri())), e);
        } catch (InterruptedException e) {
            throw StopSignal.interrupted();
        }
    }

    /**
     * Downloads the offered files; resumes an earlier download.
     *
     * @param progress listener to the bytes downloaded and then decompressed, of both together
     * @param token checked every 50 milliseconds
     * @return the folder
     */
    public Path fetch(Offer offer, ProgressListener progress, CancellationToken token) throws IOException {
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
        return new DatasetDownloader(retries).fetch(plan, parent, progress, token);
    }
}
