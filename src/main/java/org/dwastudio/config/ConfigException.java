package org.dwastudio.config;

import java.util.List;
import org.dwastudio.text.Described;
import org.dwastudio.text.Message;

/** An experiment that cannot be used; the message lists every problem, one a line. */
public final class ConfigException extends Exception implements Described {
    private static final long serialVersionUID = 1L;

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
        return Message.lines(problems.stream().map(ConfigProblem::describe).toList());
    }

    public List<ConfigProblem> problems() {
        return problems;
    }
}
