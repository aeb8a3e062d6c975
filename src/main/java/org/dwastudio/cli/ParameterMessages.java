package org.dwastudio.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dwastudio.config.setting.ClosestName;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Messages for wrong arguments: what is wrong, and where the help is. */
final class ParameterMessages {
    private static final String RESUME = "--resume";
    private static final Pattern NO_PAIR = Pattern.compile(
            "Value for option (?:option )?'?(--[\\w-]+)'? \\(KEY=VALUE\\) should be in KEY=VALUE format but was (.*)",
            Pattern.DOTALL);

    private ParameterMessages() {}

    /** Returns the lines for an error: its message, then a hint at the help of the command. */
    static List<String> lines(ParameterException failure, String... arguments) {
        CommandLine command = failure.getCommandLine();
        boolean isRoot = command.getParent() == null;
        String name = command.getCommandSpec().qualifiedName();
        return List.of(message(failure, arguments), "See '" + name + (isRoot ? " COMMAND" : "") + " --help'.");
    }

    private static String message(ParameterException failure, String... arguments) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        boolean missing = failure instanceof MissingParameterException;
        // Options of a new run next to --resume count as an incomplete group of options, or as a second one.
        boolean resumed = missing && Arrays.stream(arguments).anyMatch(argument -> argument.startsWith(RESUME));
        if (resumed || failure instanceof MutuallyExclusiveArgsException) {
            return RESUME + " takes no --config, no --out and no --set.";
        }
        String text = String.valueOf(failure.getMessage()).replaceFirst("^Error: ", "");
        if (missing && text.contains(RESUME)) {
            return "Please give --config, or --resume.";
        }
        Matcher pair = NO_PAIR.matcher(text);
        return pair.matches() ? pair.group(1) + " needs KEY=VALUE, got '" + pair.group(2) + "'" : text;
    }

    private static String unmatched(UnmatchedArgumentException failure) {
        CommandLine command = failure.getCommandLine();
        String typed = failure.getUnmatched().get(0);
        if (typed.startsWith("-")) {
            return text(
                    "option",
                    typed,
                    ClosestName.of(typed, command.getCommandSpec().optionsMap().keySet()));
        }
        return command.getSubcommands().isEmpty()
                ? "Unexpected argument '" + typed + "'."
                : text(
                        "command",
                        typed,
                        ClosestName.of(typed, command.getSubcommands().keySet()));
    }

    private static String text(String kind, String typed, Optional<String> meant) {
        return String.format(
                Locale.ROOT,
                "Unknown %s '%s'.%s",
                kind,
                typed,
                meant.map(name -> " Did you mean " + name + "?").orElse(""));
    }
}
