package org.dwastudio.cli;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dwastudio.pipeline.assembly.Benchmark;
import org.dwastudio.pipeline.synthesis.BenchmarkCase;
import org.dwastudio.pipeline.synthesis.BenchmarkReport;
import org.dwastudio.pipeline.synthesis.StepVariant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Times the pixel step. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Times one pixel step of a ResNet-18 with a 3×3 stem, by turns with what it is compared with:",
            "  float32    the synthesis step",
            "  mixed      the same with convolutions in bfloat16",
            "  published  the same by autograd, weight gradients left on as in the published code",
            "  floor      the step's convolutions at the rate of one large 3×3 convolution",
            "With --window instead: the demonstration's speed without and with the studio open.",
            ""
        })
final class BenchCommand implements Callable<Integer> {
    private static final double KILOBYTES_PER_GIGABYTE = 1e6;

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
            description = "How long to measure, without warming up. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--variants",
            split = ",",
            paramLabel = "NAME",
            converter = VariantConverter.class,
            description = "Which to measure, comma-separated. Default: all.")
    private Set<StepVariant> variants = EnumSet.allOf(StepVariant.class);

    @Option(names = "--window", description = "Measure what the open window costs; needs a display.")
    private boolean window;

    BenchCommand(WindowSpeed windowSpeed) {
        this.windowSpeed = windowSpeed;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (window) {
            print(windowSpeed.measure(seconds), out);
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

    private void print(BenchmarkReport report, PrintWriter out) {
        out.printf("ResNet-18, width %d, batch %d of %d×%d×%d%n", width, batch, channels, size, size);
        out.printf(
                Locale.ROOT,
                "%-10s %11s %11s %7s %6s %13s%n",
                "",
                "median ms",
                "best ms",
                "it/s",
                "times",
                "of float32");
        boolean compared = report.milliseconds().containsKey(StepVariant.FLOAT32);
        for (StepVariant variant : report.milliseconds().keySet()) {
            double median = report.median(variant);
            out.printf(
                    Locale.ROOT,
                    "%-10s %11.1f %11.1f %7.1f %6d %13s%n",
                    variant.key(),
                    median,
                    report.best(variant),
                    1000 / median,
                    report.milliseconds().get(variant).size(),
                    compared ? String.format(Locale.ROOT, "%.2f ×", median / report.median(StepVariant.FLOAT32)) : "");
        }
        report.peakKilobytes()
                .ifPresent(peak -> out.printf(
                        Locale.ROOT,
                        "most memory held while only %s had run: %.2f GB%n",
                        report.milliseconds().keySet().iterator().next().key(),
                        peak / KILOBYTES_PER_GIGABYTE));
    }
}
