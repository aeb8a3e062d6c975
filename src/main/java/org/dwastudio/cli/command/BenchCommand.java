package org.dwastudio.cli.command;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dwastudio.bench.Benchmark;
import org.dwastudio.bench.BenchmarkCase;
import org.dwastudio.bench.BenchmarkReport;
import org.dwastudio.bench.PythonInterpreter;
import org.dwastudio.bench.SqueezeBenchmark;
import org.dwastudio.bench.StepVariant;
import org.dwastudio.bench.StudentBenchmark;
import org.dwastudio.bench.WindowSpeed;
import org.dwastudio.cli.option.NamedValueConverter;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.stage.StepTimes;
import org.dwastudio.train.LabelType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code bench}: times the pixel step and the training steps of students and teachers. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Times one pixel step, or one training step of a student or a teacher.",
            "",
            "The pixel step of a ResNet-18 with a 3×3 stem alternates with its references:",
            "  float32    the synthesis step",
            "  mixed      the same with convolutions in bfloat16",
            "  half       the same with convolutions in float16 and a loss scale",
            "  published  the same with autograd and weight gradients, as in the published code",
            "  floor      the step's convolutions at the rate of one large 3×3 convolution",
            "  python     the published step in Python, if a Python with PyTorch is found (Debian: python3-torch)",
            "With --student instead: one training step of a student with the modern recipe, with hard and with soft labels.",
            "With --squeeze instead: one training step of a teacher with the published recipe.",
            "With --window instead: the demonstration's speed without and with the studio open.",
            ""
        })
public final class BenchCommand implements Callable<Integer> {
    private static final double KILOBYTES_PER_GIGABYTE = 1e6;
    private static final int CLASSES = 10;
    private static final String NO_PYTHON = "none";
    private static final String HEAD =
            String.format(Locale.ROOT, "%-10s %11s %11s %7s %6s", "", "median ms", "best ms", "it/s", "times");

    private final WindowSpeed windowSpeed;

    @Spec
    private CommandSpec spec;

    @Option(names = "--width", defaultValue = "64", description = "Base channels. Default: ${DEFAULT-VALUE}.")
    private int width;

    @Option(names = "--batch", defaultValue = "100", description = "Images of the batch. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(names = "--channels", defaultValue = "3", description = "1 or 3. Default: ${DEFAULT-VALUE}.")
    private int channels;

    @Option(
            names = "--size",
            defaultValue = "32",
            description = "Height and width of an image in pixels. Default: ${DEFAULT-VALUE}.")
    private int size;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "Seconds to measure, without warm-up. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--variants",
            split = ",",
            paramLabel = "NAME",
            converter = NamedValueConverter.OfVariant.class,
            description = "Variants to measure, separated by commas. Default: all.")
    private Set<StepVariant> variants = EnumSet.allOf(StepVariant.class);

    @Option(
            names = "--python",
            paramLabel = "PATH",
            description = "Python with PyTorch for the variant python, or 'none'. Default: python3 of the search path,"
                    + " then /usr/bin/python3.")
    private Optional<String> python = Optional.empty();

    @Option(names = "--window", description = "Measures the cost of the open window; needs a display.")
    private boolean window;

    @Option(
            names = "--student",
            paramLabel = "ARCHITECTURE",
            description = "Measures the training step of this student with a teacher of the same architecture.")
    private Optional<String> student = Optional.empty();

    @Option(
            names = "--squeeze",
            paramLabel = "ARCHITECTURE",
            description = "Measures the training step of a teacher of this architecture.")
    private Optional<String> squeeze = Optional.empty();

    public BenchCommand(WindowSpeed windowSpeed) {
        this.windowSpeed = windowSpeed;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (window) {
            print(windowSpeed.measure(seconds), out);
        } else if (student.isPresent()) {
            NetworkConfig kind = trained(student.get());
            print(kind, new Benchmark().run(new StudentBenchmark(kind, batch), seconds), out);
        } else if (squeeze.isPresent()) {
            NetworkConfig kind = trained(squeeze.get());
            StepTimes times = new Benchmark().run(new SqueezeBenchmark(kind, batch), seconds);
            printCase(kind.architecture(), out);
            out.println(HEAD);
            out.println(row("squeeze", times));
        } else {
            BenchmarkCase measured = new BenchmarkCase(width, batch, channels, size);
            print(new Benchmark().run(measured, variants, seconds, interpreter(out)), out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private NetworkConfig trained(String architecture) {
        return new NetworkConfig(architecture, width, NetworkConfig.Stem.SMALL, channels, CLASSES, size);
    }

    /** Searches for Python if it is to be measured; prints one line about the result. */
    private Optional<PythonInterpreter> interpreter(PrintWriter out) {
        if (!variants.contains(StepVariant.PYTHON) || python.equals(Optional.of(NO_PYTHON))) {
            return Optional.empty();
        }
        List<String> programs = python.map(List::of).orElse(PythonInterpreter.USUAL);
        Optional<PythonInterpreter> found = PythonInterpreter.find(programs);
        out.println(found.map(with -> "Python: " + with.program() + " with PyTorch " + with.torch())
                .orElseGet(() -> "Python: not measured, there is no PyTorch in " + String.join(" or ", programs)
                        + "; name another one with --python"));
        return found;
    }

    private static void print(String kind, WindowSpeed.Pace pace, int runs, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s %6.1f it/s (median of %d); other threads than the run’s use %4.1f %% of the processors%n",
                kind,
                pace.stepsPerSecond(),
                runs,
                100 * pace.otherThreads());
    }

    private static void print(WindowSpeed.Speeds speeds, PrintWriter out) {
        print("without window", speeds.without(), speeds.runs(), out);
        print("with window   ", speeds.with(), speeds.runs(), out);
        print("with embedding", speeds.embedding(), speeds.runs(), out);
        out.printf(
                Locale.ROOT,
                "the window costs %.1f %%, with the embedding %.1f %%%n",
                100 * (1 - speeds.with().stepsPerSecond() / speeds.without().stepsPerSecond()),
                100
                        * (1
                                - speeds.embedding().stepsPerSecond()
                                        / speeds.without().stepsPerSecond()));
        for (WindowSpeed.Frames frames : speeds.scrubbing()) {
            out.printf(
                    Locale.ROOT,
                    "time line over %,6d images: %5.1f frames/s, longest time between two frames %.0f ms%n",
                    frames.images(),
                    frames.perSecond(),
                    frames.longestMillis());
        }
    }

    private void print(NetworkConfig kind, Map<LabelType, StepTimes> measured, PrintWriter out) {
        printCase(kind.architecture(), out);
        out.println(HEAD + column("of hard"));
        StepTimes hard = Objects.requireNonNull(measured.get(LabelType.HARD));
        measured.forEach((labels, times) -> out.println(
                row(labels.key(), times) + column(number("%.2f ×", Optional.of(times.median() / hard.median())))));
    }

    private void print(BenchmarkReport report, PrintWriter out) {
        printCase("ResNet-18", out);
        out.println(report.instructions().describe());
        out.println(
                HEAD + column("of float32") + column("of published") + column("of python") + column("floor's share"));
        report.times()
                .forEach((variant, times) -> out.println(row(variant.key(), times)
                        + column(number("%.2f ×", report.ratio(variant, StepVariant.FLOAT32)))
                        + column(number("%.2f ×", report.ratio(variant, StepVariant.PUBLISHED)))
                        + column(number("%.2f ×", report.ratio(variant, StepVariant.PYTHON)))
                        + column(number(
                                "%.0f %%",
                                report.ratio(StepVariant.FLOOR, variant).map(share -> 100 * share)))));
        report.peakKilobytes()
                .ifPresent(peak -> out.printf(
                        Locale.ROOT,
                        "most memory held while only %s had run: %.2f GB%n",
                        report.times().keySet().iterator().next().key(),
                        peak / KILOBYTES_PER_GIGABYTE));
    }

    private void printCase(String network, PrintWriter out) {
        out.printf("%s, width %d, batch %d of %d×%d×%d%n", network, width, batch, channels, size, size);
    }

    private static String row(String name, StepTimes times) {
        double median = times.median();
        return String.format(
                Locale.ROOT, "%-10s %11.1f %11.1f %7.1f %6d", name, median, times.best(), 1000 / median, times.count());
    }

    private static String column(String text) {
        return String.format(Locale.ROOT, " %13s", text);
    }

    private static String number(String format, Optional<Double> value) {
        return value.map(number -> String.format(Locale.ROOT, format, number)).orElse("");
    }
}
