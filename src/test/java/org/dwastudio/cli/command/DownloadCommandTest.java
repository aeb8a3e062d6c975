package org.dwastudio.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dwastudio.cli.session.ConfirmationPrompt;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.data.PublishedDataset.RemoteFile;
import org.dwastudio.engine.DatasetService;
import org.dwastudio.engine.Engine;
import org.dwastudio.event.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DownloadCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Object> fetched = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private ConfirmationPrompt.Reply reply = ConfirmationPrompt.Reply.YES;
    private CompletableFuture<Path> answer = new CompletableFuture<>();

    @Test
    void theListShowsSizeAndLicense() {
        assertThat(run("--list")).isZero();

        assertThat(out.toString())
                .contains("cifar-10        170 MB to download,  185 MB on disk", "tiny-imagenet   248 MB to download")
                .contains("MIT license, © 2017 Zalando SE.", "https://www.cs.toronto.edu/~kriz/cifar.html");
        assertThat(fetched).isEmpty();
    }

    @Test
    void licenseSizeAndFolderAreShownBeforeTheQuestion() {
        reply = ConfirmationPrompt.Reply.NO;

        assertThat(run("tiny-imagenet", "--to", folder.toString())).isEqualTo(ExitCode.FAILED);

        assertThat(out.toString().lines())
                .containsExactly(
                        "Tiny-ImageNet-200",
                        "License:   The publisher names no license; the images are from ImageNet, whose terms allow"
                                + " non-commercial research and education only.",
                        "Publisher: https://cs231n.stanford.edu",
                        "Size:      248 MB to download from cs231n.stanford.edu, about 500 MB on the disk",
                        "Folder:    " + folder.resolve("tiny-imagenet"));
        assertThat(questions).containsExactly("Download it?");
        assertThat(err.toString()).contains("Nothing was downloaded.");
        assertThat(fetched).isEmpty();
    }

    @Test
    void whereNobodyCanBeAskedItIsNotFetched() {
        reply = ConfirmationPrompt.Reply.NOBODY;

        assertThat(run("cifar-10", "--to", folder.toString())).isEqualTo(ExitCode.WRONG_INPUT);

        assertThat(err.toString())
                .contains("there is no terminal to ask for confirmation. Please add --yes to confirm.");
        assertThat(fetched).isEmpty();
    }

    @Test
    void whoAgreesGetsTheFolder() {
        Path dataset = folder.resolve("cifar-10");
        answer.complete(dataset);

        assertThat(run("cifar-10", "--to", folder.toString())).isZero();

        assertThat(fetched).containsExactly(PublishedDataset.CIFAR_10, folder);
        assertThat(out.toString().lines())
                .endsWith(
                        "CIFAR-10 is in " + dataset,
                        "Use it with --set dataset.source=" + dataset + ", or in an experiment's file.");
        assertThat(err.toString().lines()).containsExactly(" 40 %  Fetching", " 90 %  Unpacking", "100 %  Done");
    }

    @Test
    void agreedBeforehandNobodyIsAsked() {
        answer.complete(folder);

        assertThat(run("cifar-100", "--yes", "--to", folder.toString())).isZero();

        assertThat(questions).isEmpty();
        assertThat(fetched).containsExactly(PublishedDataset.CIFAR_100, folder);
        assertThat(out.toString()).contains("License:");
    }

    @Test
    void anExistingDatasetIsReportedWithoutAQuestion() throws Exception {
        Path dataset = Files.createDirectory(folder.resolve("fashion-mnist"));
        for (RemoteFile file : PublishedDataset.FASHION_MNIST.files()) {
            Path there = dataset.resolve(
                    Path.of(file.address().getPath()).getFileName().toString());
            try (RandomAccessFile access = new RandomAccessFile(there.toFile(), "rw")) {
                access.setLength(file.bytes());
            }
        }
        Files.writeString(dataset.resolve("classes.txt"), "Bag\n");

        assertThat(run("fashion-mnist", "--to", folder.toString())).isZero();

        assertThat(out.toString()).startsWith("Fashion-MNIST is in " + dataset);
        assertThat(questions).isEmpty();
        assertThat(fetched).isEmpty();
    }

    @Test
    void aStoppedDownloadReportsThatItCanBeResumed() {
        answer.completeExceptionally(new CancellationException("stopped"));

        assertThat(run("cifar-10", "--yes", "--to", folder.toString())).isEqualTo(ExitCode.FAILED);

        assertThat(err.toString())
                .contains("Stopped. The downloaded part is kept; the same command resumes the download.");
    }

    @Test
    void anUnknownDatasetAndNoneAreRefused() {
        assertThat(run("cifar-11")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString())
                .contains("'cifar-11' is not one of cifar-10, cifar-100, fashion-mnist, tiny-imagenet");

        assertThat(run()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("Please name a dataset, or use --list.");
    }

    private int run(String... arguments) {
        ConfirmationPrompt consent = question -> {
            questions.add(question);
            return reply;
        };
        return new CommandLine(new DownloadCommand(this::engine, consent))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    /** Answers downloads only. */
    @SuppressWarnings("FutureReturnValueIgnored") // The command waits for it.
    private Engine engine() {
        return answering(
                Engine.class,
                "datasets",
                arguments -> answering(DatasetService.class, "download", download -> {
                    fetched.addAll(List.of(download).subList(0, 2));
                    ProgressListener progress = (ProgressListener) download[2];
                    progress.progressed(0, 340_000_000);
                    progress.progressed(136_000_000, 340_000_000);
                    progress.progressed(306_000_000, 340_000_000);
                    progress.progressed(340_000_000, 340_000_000);
                    return answer;
                }));
    }

    private static <T> T answering(Class<T> type, String method, Function<Object[], Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> called.getName().equals(method) ? answer.apply(arguments) : null));
    }
}
