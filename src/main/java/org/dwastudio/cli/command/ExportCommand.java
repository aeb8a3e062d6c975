package org.dwastudio.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dwastudio.cli.option.AnimationArguments;
import org.dwastudio.cli.option.NamedValueConverter;
import org.dwastudio.cli.session.EngineFactory;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.cli.session.FutureResults;
import org.dwastudio.cli.text.AnimationText;
import org.dwastudio.engine.Engine;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.export.format.ImageEncoding;
import org.dwastudio.text.CountText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Command {@code export}: exports the images of a run. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Exports the images of a run for other programs.",
            "",
            "Formats:",
            "  images         the layout of the authors' code, new003/class003_id000.png",
            "  class-folders  03_CLASS/NAME.png in label order, which most training programs read",
            "  npz            images.npz: normalized images [N, C, H, W], labels [N], mean and std",
            "  safetensors    images.safetensors, the same",
            "  soft-labels    the stored soft labels, one archive per epoch, and pictures.npz",
            "  hugging-face   train/ with metadata.jsonl, and a dataset card",
            "  report         one HTML file: images, curves, tables, settings and a summary",
            "  animation      one animated GIF of the images at the iterations that the run has kept;",
            "                 of a single image with --class and --column",
            "All except the last two contain manifest.json: classes, normalization, teacher, experiment, checksums.",
            ""
        })
public final class ExportCommand implements Callable<Integer> {
    private final EngineFactory engines;

    @Spec
    private CommandSpec spec;

    @Option(names = "--run", required = true, paramLabel = "RUN_FOLDER", description = "Folder of the run.")
    private Path run;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            converter = NamedValueConverter.OfExportFormat.class,
            description = "One of the formats above.")
    private ExportFormat format;

    @Option(names = "--jpeg", description = "Writes JPEG images of quality 95 instead of lossless PNG.")
    private boolean jpeg;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PLACE",
            description = "The place of the export: a folder that does not exist yet or is empty; for a report, an HTML"
                    + " file; for an animation, a GIF file.")
    private Path out;

    @Option(
            names = "--language",
            paramLabel = "en|ja",
            converter = NamedValueConverter.OfReportLanguage.class,
            description = "Of a report, en or ja (default: en).")
    private Locale language = Locale.ENGLISH;

    @Mixin
    private AnimationArguments animation;

    public ExportCommand(EngineFactory engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws Exception {
        ExportRequest request = request();
        try (Engine engine = engines.open()) {
            PrintWriter lines = spec.commandLine().getOut();
            if (format == ExportFormat.ANIMATION) {
                lines.println(
                        AnimationText.of(FutureResults.of(engine.results().animationSize(run, request.animation()))));
                lines.flush();
            }
            int images = FutureResults.of(engine.results().export(request));
            lines.println(
                    format == ExportFormat.REPORT
                            ? "Wrote a report on " + CountText.of(images, "image") + "."
                            : "Exported " + CountText.of(images, "image") + " as " + format.key() + ".");
            lines.println((format.isFile() ? "File: " : "Folder: ") + out.toAbsolutePath());
            lines.flush();
            return ExitCode.DONE;
        }
    }

    private ExportRequest request() throws IOException {
        try {
            return new ExportRequest(
                    run, format, jpeg ? ImageEncoding.JPEG : ImageEncoding.PNG, out, language, animation.options(run));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
