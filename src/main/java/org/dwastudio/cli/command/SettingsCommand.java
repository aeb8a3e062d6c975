package org.dwastudio.cli.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.config.yaml.ListedSetting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command {@code settings}: lists the settings of experiments. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the settings of experiment files and --set: key, allowed values, default.",
            "docs/guide/parameters.md explains those of the synthesis.",
            ""
        })
public final class SettingsCommand implements Callable<Integer> {
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

    private static String line(ListedSetting setting, int width) {
        String usual = setting.usual().map(value -> "; default " + value).orElse("");
        return String.format(Locale.ROOT, "%-" + width + "s  %s%s", setting.key(), setting.allowed(), usual);
    }
}
