package org.dwastudio.cli.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.config.yaml.ListedSetting;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.architecture.ArchitectureFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command {@code settings}: lists the settings of experiments. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the settings of experiments.",
            "",
            "Each line contains the key, as in experiment files and for --set, the allowed values and the default."
                    + " docs/guide/parameters.md explains those of the synthesis.",
            ""
        })
public final class SettingsCommand implements Callable<Integer> {
    /** Meanings of 0 by key: it switches something off, or stands for a value that is determined. */
    private static final Map<String, String> ZERO = Map.ofEntries(
            Map.entry("dataset.imageSize", "for the original size or a suitable one"),
            Map.entry("dataset.whiteLevel", "for the largest value of the file format"),
            Map.entry("dataset.maxPerClass", "for all"),
            Map.entry("dataset.heldOutShare", "for none"),
            Map.entry("dataset.labelNoise", "for none"),
            Map.entry("squeeze.momentum", "for none"),
            Map.entry("squeeze.weightDecay", "for none"),
            Map.entry("squeeze.warmUpEpochs", "for no warm-up"),
            Map.entry("squeeze.labelSmoothing", "for none"),
            Map.entry("squeeze.cropPadding", "for no crop"),
            Map.entry("synthesis.rho", "for no adjustment of the weights"),
            Map.entry("synthesis.jitter", "for no shift"),
            Map.entry("synthesis.snapshotMegabytes", "for no images at earlier iterations"),
            Map.entry("synthesis.batchNormWeight", "for no batch-norm loss"),
            Map.entry("synthesis.varianceWeight", "for means only"),
            Map.entry("synthesis.firstLayerMultiplier", "for no alignment of the first layer"),
            Map.entry("synthesis.regressionWeight", "for no feature regression"),
            Map.entry("synthesis.matchingMomentum", "for none"),
            Map.entry("synthesis.repulsionWeight", "for no repulsion"),
            Map.entry("synthesis.iterations", "for the start images as they are"),
            Map.entry("synthesis.startCandidates", "for all"),
            Map.entry("synthesis.adamBeta1", "for no running mean"),
            Map.entry("synthesis.adamBeta2", "for no running mean"),
            Map.entry("synthesis.ipcStart", "for the first"),
            Map.entry("synthesis.ipcEnd", "for the last"),
            Map.entry("evaluation.momentum", "for none"),
            Map.entry("evaluation.weightDecay", "for none"),
            Map.entry("evaluation.warmUpEpochs", "for no warm-up"),
            Map.entry("evaluation.cropPadding", "for no crop"),
            Map.entry("evaluation.hardWeight", "for soft labels only"),
            Map.entry("evaluation.averageDecay", "for no average"));

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Lists only the keys that contain this text, for example 'squeeze.' or 'rate'.")
    private String part = "";

    @Override
    public Integer call() {
        String wanted = part.toLowerCase(Locale.ROOT);
        List<ListedSetting> found = ListedSetting.all().stream()
                .filter(setting -> setting.key().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        if (found.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("No setting contains '" + part + "'. 'dwa-studio settings' lists all settings.");
            return ExitCode.WRONG_INPUT;
        }
        int width =
                found.stream().mapToInt(setting -> setting.key().length()).max().orElse(0);
        PrintWriter out = spec.commandLine().getOut();
        found.forEach(setting -> out.println(line(setting, width)));
        out.flush();
        return ExitCode.DONE;
    }

    private static String allowed(ListedSetting setting) {
        String key = setting.key();
        if (key.endsWith(".architecture")) {
            return new NetworkCatalog()
                    .offered().stream().map(ArchitectureFacts::key).collect(Collectors.joining(", "));
        }
        if (key.equals("teacher.network.channels")) {
            return "1, 3";
        }
        return setting.allowed()
                + Optional.ofNullable(ZERO.get(key))
                        .map(meaning -> "; 0 " + meaning)
                        .orElse("");
    }

    private static String line(ListedSetting setting, int width) {
        String usual = setting.usual().map(value -> "; default " + value).orElse("");
        return String.format(Locale.ROOT, "%-" + width + "s  %s%s", setting.key(), allowed(setting), usual);
    }
}
