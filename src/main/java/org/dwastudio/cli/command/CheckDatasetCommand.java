package org.dwastudio.cli.command;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.dwastudio.cli.option.ColorConverter;
import org.dwastudio.cli.progress.ProgressLines;
import org.dwastudio.cli.session.EngineFactory;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.cli.text.DatasetReportText;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.check.DatasetReport;
import org.dwastudio.data.format.DatasetFormats;
import org.dwastudio.engine.Engine;
import org.dwastudio.task.CancellationToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command that checks every image of a dataset. */
@Command(
        name = "check-dataset",
        mixinStandardHelpOptions = true,
        description = {
            "Checks every image of a dataset and prints a report.",
            "",
            "The report lists classes in label order, sizes, unreadable files, images that are in both splits or in two classes, and mean"
                    + " and standard deviation for the block 'dataset.normalization' of an experiment.",
            "Exit code 1 if files are unreadable, classes are empty, or images are in both splits or in two classes.",
            ""
        })
public final class CheckDatasetCommand implements Callable<Integer> {
    private final EngineFactory engines;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER",
            description =
                    "An image folder (one folder per class, also below train and val), a folder of images with a table"
                            + " of their classes (" + DatasetFormats.TABLES + "), the files of a published dataset ("
                            + DatasetFormats.PUBLISHED + "), NumPy or Parquet files (" + DatasetFormats.FILES
                            + "), or an archive of any of these (" + DatasetFormats.ARCHIVES + "); also "
                            + DatasetConfig.BUNDLED + ".")
    private String source;

    @Option(
            names = "--image-size",
            paramLabel = "N",
            description = "Height and width of the images for mean and standard deviation."
                    + " Default: 0, their original size or a suitable one.")
    private int imageSize;

    @Option(
            names = {"--color", "--colour"},
            paramLabel = "COLOR",
            converter = ColorConverter.class,
            description = "as-stored, gray or color. Default: as-stored.")
    private DatasetConfig.Color color = DatasetConfig.Color.AS_STORED;

    @Option(
            names = "--test-share",
            paramLabel = "SHARE",
            description = "Share of each class that is held out if there is no test split. Default: 0.2.")
    private Double testShare;

    @Option(
            names = "--split-seed",
            paramLabel = "SEED",
            description = "Seed that selects the held-out images. Default: 0.")
    private long splitSeed;

    public CheckDatasetCommand(EngineFactory engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws Exception {
        DatasetConfig config = config();
        PrintWriter err = spec.commandLine().getErr();
        try {
            DatasetReport report = check(config, err);
            PrintWriter out = spec.commandLine().getOut();
            new DatasetReportText(report).lines().forEach(out::println);
            out.flush();
            boolean sound = report.unreadable().isEmpty()
                    && report.duplicates().isEmpty()
                    && report.conflicts().isEmpty()
                    && report.emptyClasses().isEmpty();
            return sound ? ExitCode.DONE : ExitCode.FAILED;
        } catch (DatasetException e) {
            err.println(e.getMessage());
            return ExitCode.WRONG_INPUT;
        }
    }

    private DatasetConfig config() {
        double share = Optional.ofNullable(testShare).orElse(DatasetConfig.TEST_SHARE.defaultValue());
        checkRange("--image-size", DatasetConfig.IMAGE_SIZE, imageSize);
        checkRange("--test-share", DatasetConfig.TEST_SHARE, share);
        return new DatasetConfig(source, imageSize, color, share, splitSeed, Optional.empty());
    }

    private void checkRange(String option, ParameterRange range, double value) {
        range.problemWith(value).ifPresent(problem -> {
            throw new ParameterException(spec.commandLine(), option + ": " + problem);
        });
    }

    private DatasetReport check(DatasetConfig config, PrintWriter err) throws Exception {
        try (Engine engine = engines.open()) {
            return engine.datasets()
                    .check(config, ProgressLines.counting(err, "images"), CancellationToken.NONE)
                    .get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
