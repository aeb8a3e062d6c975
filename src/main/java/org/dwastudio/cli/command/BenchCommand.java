package org.dwastudio.cli.command;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dwastudio.bench.Benchmark;
import org.dwastudio.bench.BenchmarkCase;
import org.dwastudio.bench.BenchmarkReport;
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

/** Command {@code bench}: times the pixel step and the training step of a student. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Times one pixel step, or one training step of a student.",
            "",
            "The pixel step of a ResNet-18 with a 3×3 stem alternates with its references:",
            "  float32    the synthesis step",
            "  mixed      the same with convolutions in bfloat16",
            "  half       the same with convolutions in float16 and a loss scale",
            "  published  the same with autograd and weight gradients, as in the published code",
            "  floor      the step's convolutions at the rate of one large 3×3 convolution",
            "With --student instead: one training step of a student with the modern recipe, with hard and with soft labels.",
            "With --window instead: the demonstration's speed without and with the studio open.",
            ""
        })
public final class BenchCommand implements Callable<Integer> {
    private static final double KILOBYTES_PER_GIGABYTE = 1e6;
    private static final int STUDENT_CLASSES = 10;

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

    @Option(names = "--window", description = "Measures the cost of the open window; needs a display.")
    private boolean window;

    @Option(
            names = "--student",
            paramLabel = "ARCHITECTURE",
            description = "Measures the training step of this student with a teacher of the same architecture.")
    private Optional<String> student = Optional.empty();

    public BenchCommand(WindowSpeed windowSpeed) {
        this.windowSpeed = windowSpeed;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (window) {
            print(windowSpeed.measure(seconds), out);
        } else if (student.isPresent()) {
            NetworkConfig kind =
                    new NetworkConfig(student.get(), width, NetworkConfig.Stem.SMALL, channels, STUDENT_CLASSES, size);
            print(kind, new Benchmark().run(new StudentBenchmark(kind, batch), seconds), out);
        } else {
            BenchmarkCase measured = new BenchmarkCase(width, batch, channels, size);
            print(new Benchmark().run(measured, variants, seconds), out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static void print(WindowSpeed.Speeds speeds, PrintWriter out) {
        out.printf(Locale.ROOT, "without window %6.1f it/s (median of %d)%n", speeds.without(), speeds.runs());
        out.printf(Locale.ROOT, "with window    %6.1f it/s (median of %d)%n", speeds.with(), speeds.runs());
        out.printf(Locale.ROOT, "the window costs %.1f %%%n", 100 * (1 - speeds.with() / speeds.without()));
    }

    private void print(NetworkConfig kind, Map<LabelType, StepTimes> measured, PrintWriter out) {
        printHead(kind.architecture(), "of hard", out);
        StepTimes hard = Objects.requireNonNull(measured.get(LabelType.HARD));
        measured.forEach((labels, times) -> print(labels.key(), times, Optional.of(hard), out));
    }

    private void print(BenchmarkReport report, PrintWriter out) {
        printHead("ResNet-18", "of float32", out);
        Optional<StepTimes> float32 = Optional.ofNullable(report.times().get(StepVariant.FLOAT32));
        report.times().forEach((variant, times) -> print(variant.key(), times, float32, out));
        report.peakKilobytes()
                .ifPresent(peak -> out.printf(
                        Locale.ROOT,
                        "most memory held while only %s had run: %.2f GB%n",
                        report.times().keySet().iterator().next().key(),
                        peak / KILOBYTES_PER_GIGABYTE));
    }

    private void printHead(String network, String compared, PrintWriter out) {
        out.printf("%s, width %d, batch %d of %d×%d×%d%n", network, width, batch, channels, size, size);
        out.printf(
                Locale.ROOT, "%-10s %11s %11s %7s %6s %13s%n", "", "median ms", "best ms", "it/s", "times", compared);
    }

    private static void print(String name, StepTimes times, Optional<StepTimes> compared, PrintWriter out) {
        double median = times.median();
        out.printf(
                Locale.ROOT,
                "%-10s %11.1f %11.1f %7.1f %6d %13s%n",
                name,
                median,
                times.best(),
                1000 / median,
                times.count(),
                compared.map(with -> String.format(Locale.ROOT, "%.2f ×", median / with.median()))
                        .orElse(""));
    }
}
