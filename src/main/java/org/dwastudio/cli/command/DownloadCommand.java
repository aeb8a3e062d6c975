package org.dwastudio.cli.command;

import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dwastudio.cli.option.NamedValueConverter;
import org.dwastudio.cli.progress.DownloadProgress;
import org.dwastudio.cli.session.ConfirmationPrompt;
import org.dwastudio.cli.session.EngineFactory;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.cli.session.ShutdownHandler;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.data.download.DatasetDownloader;
import org.dwastudio.engine.Engine;
import org.dwastudio.file.ByteSizes;
import org.dwastudio.task.CancellationSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command that downloads a published dataset after a description and a confirmation. */
@Command(
        name = "download",
        mixinStandardHelpOptions = true,
        description = {
            "Downloads a dataset from its publisher.",
            "",
            "Datasets: cifar-10, cifar-100, fashion-mnist, tiny-imagenet. License, size and folder are shown before the"
                    + " confirmation. The content is verified and extracted to a folder that 'dataset.source' of an"
                    + " experiment can name; the archive is deleted.",
            "Ctrl-C stops it; the same command resumes it.",
            ""
        })
public final class DownloadCommand implements Callable<Integer> {
    private final EngineFactory engines;
    private final ConfirmationPrompt consent;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DATASET",
            description = "A dataset that --list shows.",
            converter = NamedValueConverter.OfDataset.class)
    private Optional<PublishedDataset> dataset = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            defaultValue = "datasets",
            description = "The dataset is written to a new folder below this one. Default: ${DEFAULT-VALUE}")
    private Path parent;

    @Option(names = "--yes", description = "Confirms without asking.")
    private boolean agreed;

    @Option(names = "--list", description = "Lists the available datasets.")
    private boolean list;

    public DownloadCommand(EngineFactory engines, ConfirmationPrompt consent) {
        this.engines = engines;
        this.consent = consent;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            list(out);
            return ExitCode.DONE;
        }
        PublishedDataset chosen = dataset.orElseThrow(
                () -> new ParameterException(spec.commandLine(), "Please name a dataset, or use --list."));
        Optional<Path> present = DatasetDownloader.present(chosen, parent);
        if (present.isPresent()) {
            return done(chosen, present.get(), out);
        }
        describe(chosen, out);
        return agreed ? fetch(chosen, out) : ask(chosen, out);
    }

    private static void list(PrintWriter out) {
        for (PublishedDataset each : PublishedDataset.values()) {
            out.printf(
                    "%-14s %7s to download, %7s on disk%n",
                    each.key(), ByteSizes.describe(each.downloadBytes()), ByteSizes.describe(each.diskBytes()));
            out.println("               " + each.license());
            out.println("               " + each.page());
        }
        out.flush();
    }

    private void describe(PublishedDataset chosen, PrintWriter out) {
        String host = chosen.files().get(0).address().getHost();
        out.println(chosen.displayName());
        out.println("License:   " + chosen.license());
        out.println("Publisher: " + chosen.page());
        out.println("Size:      " + ByteSizes.describe(chosen.downloadBytes()) + " to download from " + host
                + ", about " + ByteSizes.describe(chosen.diskBytes()) + " on the disk");
        out.println("Folder:    " + parent.toAbsolutePath().normalize().resolve(chosen.key()));
        out.flush();
    }

    private int ask(PublishedDataset chosen, PrintWriter out) throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        return switch (consent.ask("Download it?")) {
            case YES -> fetch(chosen, out);
            case NO -> {
                err.println("Nothing was downloaded.");
                yield ExitCode.FAILED;
            }
            case NOBODY -> {
                err.println(
                        "Nothing was downloaded: there is no terminal to ask for confirmation. Please add --yes to confirm.");
                yield ExitCode.WRONG_INPUT;
            }
        };
    }

    private int fetch(PublishedDataset chosen, PrintWriter out) throws Exception {
        CancellationSource token = new CancellationSource();
        PrintWriter err = spec.commandLine().getErr();
        try (Engine engine = engines.open();
                ShutdownHandler interruption = new ShutdownHandler(token::cancel)) {
            Path folder;
            try (DownloadProgress progress = DownloadProgress.to(err, chosen.downloadBytes())) {
                folder = interruption.await(engine.datasets().download(chosen, parent, progress, token));
            } catch (InterruptedIOException stopped) {
                err.println("Stopped. The downloaded part is kept; the same command resumes the download.");
                return ExitCode.FAILED;
            }
            return done(chosen, folder, out);
        }
    }

    private static int done(PublishedDataset chosen, Path folder, PrintWriter out) {
        for (String line : List.of(
                chosen.displayName() + " is in " + folder,
                "Use it with --set dataset.source=" + folder + ", or in an experiment's file.")) {
            out.println(line);
        }
        out.flush();
        return ExitCode.DONE;
    }
}
