package org.dwastudio.attack;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dwastudio.text.Described;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.PrintableText;

/** Judgement of an attempt: an input is read, or refused with a sentence for the user. */
public final class Verdict {
    private static final int LONGEST = 30_000;
    private static final int MOST_LINES = 12;
    /** Names of exceptions and classes belong in the log. */
    private static final Pattern INTERNALS =
            Pattern.compile("\\bjava\\.|Exception\\b|\\bcom\\.google|@[0-9a-f]{6,8}\\b");

    private Verdict() {}

    /**
     * Returns what is wrong with an attempt; empty if nothing is.
     *
     * @param target attacked file
     * @param size bytes of the input
     */
    static String of(Attempt attempt, ForeignReader reader, Sandbox sandbox, String target, long size) {
        long most = reader.limits().bytes() + reader.limits().perByte() * size;
        if (attempt.allocated() > most) {
            return "allocated " + attempt.allocated() + " bytes for an input of " + size + ", allowed are " + most
                    + attempt.failure().map(Verdict::trace).orElse("");
        }
        return attempt.failure()
                .map(failure -> of(failure, reader, sandbox, target))
                .orElse("");
    }

    private static String of(Throwable thrown, ForeignReader reader, Sandbox sandbox, String target) {
        return of(
                thrown,
                reader.limits().namesFile()
                        ? List.of(sandbox.input().getFileName().toString(), target)
                        : List.of());
    }

    /** Returns what is wrong with the message of a failure; empty if nothing is. */
    public static String of(Throwable thrown) {
        return of(thrown, List.of());
    }

    /** @param names one of these must be in the message */
    private static String of(Throwable thrown, List<String> names) {
        Throwable failure = FailureCause.of(thrown);
        if (!(failure instanceof Described) && !(failure instanceof FileSystemException)) {
            return "threw what is not for users" + trace(thrown);
        }
        String problem = ofSentence(FailureCause.messageOf(failure), names);
        return problem.isEmpty() ? "" : problem + trace(thrown);
    }

    private static String ofSentence(String sentence, List<String> names) {
        if (sentence.isBlank()) {
            return "has an empty message";
        }
        if (sentence.length() > LONGEST) {
            return "has a message of " + sentence.length() + " characters";
        }
        if (!PrintableText.escaped(sentence.replace("\n", "")).equals(sentence.replace("\n", ""))) {
            return "has control characters in its message";
        }
        if (INTERNALS.matcher(sentence).find()) {
            return "names internals in its message";
        }
        return names.isEmpty() || names.stream().anyMatch(sentence::contains) ? "" : "does not name the file";
    }

    /** Returns the part of a problem that is the same for other inputs: its kind and the places in the program. */
    static String kind(String problem) {
        return Stream.concat(
                        problem.lines().limit(2).map(line -> line.replaceAll("[:,(].*|\\d+", "")),
                        problem.lines()
                                .filter(line -> line.contains("\\tat org.dwastudio"))
                                .limit(2))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the exceptions and the places in the program that they passed. */
    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return ":\n"
                + text.toString()
                        .lines()
                        .filter(line -> !line.startsWith("\t")
                                || (line.contains("org.dwastudio") && !line.contains("org.dwastudio.attack")))
                        .map(PrintableText::message)
                        .limit(MOST_LINES)
                        .collect(Collectors.joining("\n"));
    }
}
