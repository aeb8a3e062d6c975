package org.dwastudio.ui.dataset;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.ui.control.NumberText;

/**
 * Result of parsing a text field of numbers: the numbers, or the error.
 *
 * @param values empty if there is a problem
 * @param problem empty if the text is valid
 */
record TypedNumber(List<Double> values, Optional<OptionProblem> problem) {
    TypedNumber {
        values = List.copyOf(values);
    }

    static TypedNumber within(ParameterRange range, String text) {
        return problemWith(range, text)
                .map(TypedNumber::wrong)
                .orElseGet(() -> new TypedNumber(List.of(NumberText.parse(text).orElseThrow()), Optional.empty()));
    }

    /** Parses one of the allowed {@code counts} of numbers, separated by commas or spaces. */
    static TypedNumber list(ParameterRange range, String text, List<Integer> counts) {
        String[] parts =
                Normalizer.normalize(text, Normalizer.Form.NFKC).strip().split("[,;\\s、]+", -1);
        List<Double> values = new ArrayList<>();
        for (String part : parts) {
            Optional<OptionProblem> problem = problemWith(range, part);
            if (problem.isPresent()) {
                return wrong(problem.get());
            }
            values.add(NumberText.parse(part).orElseThrow());
        }
        if (!counts.contains(values.size())) {
            return wrong(new OptionProblem(
                    counts.size() == 1 ? "dataset.options.problem.count" : "dataset.options.problem.oneOrThree",
                    List.of(counts.get(0).toString(), Integer.toString(values.size()))));
        }
        return new TypedNumber(values, Optional.empty());
    }

    /** Parses a seed; empty if the text is not a 64-bit integer. */
    static Optional<Long> seed(String text) {
        try {
            String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
            return Optional.of(new BigInteger(plain).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static TypedNumber wrong(OptionProblem problem) {
        return new TypedNumber(List.of(), Optional.of(problem));
    }

    private static Optional<OptionProblem> problemWith(ParameterRange range, String text) {
        String least = NumberText.exact(range.min());
        String most = NumberText.exact(range.max());
        var number = NumberText.parse(text);
        if (text.isBlank()) {
            return Optional.of(new OptionProblem("dataset.options.problem.empty", List.of(least, most)));
        }
        if (number.isEmpty()) {
            return Optional.of(new OptionProblem("dataset.options.problem.number", List.of(text.strip(), least, most)));
        }
        if (range.problemWith(number.getAsDouble()).isEmpty()) {
            return Optional.empty();
        }
        boolean fraction = range.integer() && number.getAsDouble() != Math.rint(number.getAsDouble());
        return Optional.of(new OptionProblem(
                fraction ? "dataset.options.problem.whole" : "dataset.options.problem.range",
                List.of(text.strip(), least, most)));
    }
}
