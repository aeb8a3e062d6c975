package org.dwastudio.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.cli.progress.DownloadProgress;
import org.dwastudio.cli.session.ConfirmationPrompt;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.cli.session.ShutdownHandler;
import org.dwastudio.cli.text.DeviceLines;
import org.dwastudio.compute.ComputeConfiguration;
import org.dwastudio.compute.ComputeException;
import org.dwastudio.compute.ComputePlan;
import org.dwastudio.compute.ComputeSettings;
import org.dwastudio.compute.SubprocessLibraryProbe;
import org.dwastudio.data.download.CudaBuildDownloader;
import org.dwastudio.engine.session.EngineCheck;
import org.dwastudio.file.ByteSizes;
import org.dwastudio.task.CancellationSource;
import org.dwastudio.task.DaemonThreads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Command that lists the compute devices, saves compute settings and downloads the CUDA build of PyTorch. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = {
            "Lists available compute devices, the selected device, and the device in use.",
            "",
            "Settings: device (auto, cpu, gpu, gpu:N), library (bundled, cuda, or the folder of a libtorch), threads (per"
                    + " operation) and interopThreads (parallel operations), 0 for the default. If the selected device cannot be used, a message shows why, and the processor is used instead.",
            ""
        })
public final class DevicesCommand implements Callable<Integer> {
    private final ComputeConfiguration compute;
    private final Optional<CudaBuildDownloader> cuda;
    private final ConfirmationPrompt consent;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Saves a setting for all commands and the window; repeatable.")
    private Map<String, String> remembered = new LinkedHashMap<>();

    @Option(
            names = "--fetch-cuda",
            description = "Downloads the build of PyTorch for NVIDIA graphics cards, after a confirmation.")
    private boolean fetchCuda;

    @Option(names = "--yes", description = "Confirms without asking.")
    private boolean agreed;

    @Option(names = "--try", hidden = true)
    private Path tried;

    @Option(names = SubprocessLibraryProbe.GPU, hidden = true)
    private Integer triedGpu;

    public DevicesCommand(
            ComputeConfiguration compute, Optional<CudaBuildDownloader> cuda, ConfirmationPrompt consent) {
        this.compute = compute;
        this.cuda = cuda;
        this.consent = consent;
    }

    @Override
    public Integer call() throws Exception {
        if (tried != null) {
            return tryOut();
        }
        if (fetchCuda) {
            return fetchCuda();
        }
        return remembered.isEmpty() ? list() : remember();
    }

    private int list() {
        PrintWriter out = spec.commandLine().getOut();
        ComputeSettings settings;
        try {
            settings = compute.settings();
        } catch (ComputeException e) {
            spec.commandLine().getErr().println(e.getMessage());
            settings = ComputeSettings.defaults();
        }
        new DeviceLines(compute, cuda, settings).all().forEach(out::println);
        use(compute.planNextStart(settings), out);
        return ExitCode.DONE;
    }

    private int remember() throws IOException {
        ComputeSettings settings;
        try {
            settings = compute.settings().with(remembered);
        } catch (ComputeException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        ComputePlan plan = compute.planNextStart(settings);
        PrintWriter out = spec.commandLine().getOut();
        if (plan.setback().isPresent()) {
            spec.commandLine().getErr().println(plan.setback().get().message());
            spec.commandLine().getErr().println("Nothing was changed.");
            return ExitCode.WRONG_INPUT;
        }
        compute.remember(settings);
        use(plan, out);
        out.println("This counts from the next start of a command or of the window.");
        out.flush();
        return ExitCode.DONE;
    }

    private void use(ComputePlan plan, PrintWriter out) {
        plan.setback().ifPresent(problem -> out.println(problem.message() + " The processor is used instead."));
        out.println("Used:      " + DeviceLines.used(plan));
        out.flush();
    }

    private int tryOut() throws ComputeException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            out.println(EngineCheck.run(tried, triedGpu == null ? OptionalInt.empty() : OptionalInt.of(triedGpu)));
            out.flush();
            return ExitCode.DONE;
        } catch (RuntimeException | LinkageError failure) {
            Throwable reason = failure;
            while (reason.getCause() != null) {
                reason = reason.getCause();
            }
            String words = String.valueOf(reason.getMessage());
            out.println(words.lines().findFirst().orElse(reason.toString()));
            out.flush();
            return ExitCode.FAILED;
        }
    }

    private int fetchCuda() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (cuda.isEmpty()) {
            err.println("There is no CUDA build of PyTorch for this computer.");
            return ExitCode.FAILED;
        }
        CudaBuildDownloader build = cuda.get();
        if (build.isPresent()) {
            return done(build.folder(), out);
        }
        out.println("Requesting the size from " + build.host() + ".");
        out.flush();
        CudaBuildDownloader.Offer offer = build.lookUp();
        out.println("Source:    " + offer.host() + ", where the makers of DJL publish it");
        out.println("License:   PyTorch is under the BSD license, NVIDIA's libraries in it under NVIDIA's CUDA EULA");
        out.println("Size:      " + ByteSizes.describe(offer.bytes()) + " to download, about "
                + ByteSizes.describe(offer.diskBytes()) + " on the disk");
        out.println("Folder:    " + offer.folder());
        out.flush();
        ConfirmationPrompt.Reply reply = agreed ? ConfirmationPrompt.Reply.YES : consent.ask("Download it?");
        if (reply == ConfirmationPrompt.Reply.YES) {
            return fetch(build, offer);
        }
        err.println(
                reply == ConfirmationPrompt.Reply.NO
                        ? "Nothing was downloaded."
                        : "Nothing was downloaded: there is no terminal to ask for confirmation. Please add --yes to confirm.");
        return reply == ConfirmationPrompt.Reply.NO ? ExitCode.FAILED : ExitCode.WRONG_INPUT;
    }

    private int fetch(CudaBuildDownloader build, CudaBuildDownloader.Offer offer) throws Exception {
        CancellationSource token = new CancellationSource();
        PrintWriter err = spec.commandLine().getErr();
        try (ShutdownHandler interruption = new ShutdownHandler(token::cancel);
                DownloadProgress progress = DownloadProgress.to(err, offer.bytes())) {
            CompletableFuture<Path> folder = new CompletableFuture<>();
            new DaemonThreads("dwa-download").start(() -> {
                try {
                    folder.complete(build.fetch(offer, progress, token));
                } catch (CancellationException | IOException e) {
                    folder.completeExceptionally(e);
                }
            });
            return done(interruption.await(folder), spec.commandLine().getOut());
        }
    }

    private static int done(Path folder, PrintWriter out) {
        out.println("The CUDA build is in " + folder);
        out.println("Use it with: dwa-studio devices --set library=cuda");
        out.flush();
        return ExitCode.DONE;
    }
}
