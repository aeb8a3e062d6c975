package org.dwastudio.config;

import java.util.ArrayList;
import java.util.List;
import org.dwastudio.text.Described;
import org.dwastudio.text.Message;

/** Experiment that cannot be used; the message lists the problems, one per line. */
public final class ConfigException extends Exception implements Described {
    private static final long serialVersionUID = 1L;

    /** Most problems that the message lists: a foreign file may contain thousands of unknown keys. */
    private static final int MOST_LINES = 20;

    private final transient List<ConfigProblem> problems;

    public ConfigException(List<ConfigProblem> problems) {
        super(describe(problems).english());
        this.problems = List.copyOf(problems);
    }

    public ConfigException(ConfigProblem problem) {
        this(List.of(problem));
    }

    @Override
    public Message description() {
        return describe(problems);
    }

    private static Message describe(List<ConfigProblem> problems) {
        List<Message> lines = new ArrayList<>(
                problems.stream().limit(MOST_LINES).map(ConfigProblem::describe).toList());
        if (problems.size() > MOST_LINES) {
            lines.add(Message.of("config.more", problems.size() - MOST_LINES));
        }
        return Message.lines(lines);
    }

    public List<ConfigProblem> problems() {
        return problems;
    }
}
