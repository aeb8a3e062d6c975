package org.dwastudio.stage.evaluation.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Evaluations of one run in one table: students of several architectures, or of several recipes.
 *
 * @param evaluations evaluations by name, so that those of one architecture are neighbors
 */
public record EvaluationOverview(List<Named> evaluations) {
    private static final String PLUS_MINUS = " ± ";
    private static final int STEPS_PLACE = 3;

    /**
     * Evaluation with its name.
     *
     * @param name name of its folder: architecture, width and a hash of the recipe
     * @param report its results
     */
    public record Named(String name, EvaluationReport report) {}

    public EvaluationOverview {
        evaluations =
                evaluations.stream().sorted(Comparator.comparing(Named::name)).toList();
    }

    /** Returns a table with a group of rows for each evaluation, and a table of the scores, in Markdown. */
    public String markdown() {
        List<String> titles = new ArrayList<>(List.of("evaluation"));
        titles.addAll(ResultColumn.titles(Locale.ENGLISH));
        titles.add(STEPS_PLACE, "steps");
        StringBuilder text = new StringBuilder(header(titles));
        for (Named evaluation : evaluations) {
            String name = evaluation.name();
            for (EvaluationRow row : evaluation.report().rows()) {
                List<String> cells = new ArrayList<>(List.of(name));
                cells.addAll(evaluation.report().cells(row, " %", PLUS_MINUS));
                cells.add(STEPS_PLACE, Integer.toString(row.steps()));
                text.append(line(cells));
                name = "";
            }
        }
        List<Named> scored = scored();
        if (!scored.isEmpty()) {
            text.append('\n').append(header(scoreTitles()));
            for (Named evaluation : scored) {
                List<String> cells = new ArrayList<>(List.of(evaluation.name()));
                cells.addAll(scores(evaluation));
                text.append(line(cells));
            }
        }
        return text.toString();
    }

    /** Returns the evaluations with a score. */
    public List<Named> scored() {
        return evaluations.stream()
                .filter(evaluation -> !evaluation.report().scores().isEmpty())
                .toList();
    }

    private static List<String> scoreTitles() {
        return Stream.concat(
                        Stream.of("evaluation"), Stream.of(FairScore.values()).map(FairScore::name))
                .toList();
    }

    /** Returns the scores of an evaluation in the order of {@link FairScore}; empty texts for missing ones. */
    private static List<String> scores(Named evaluation) {
        FairScores scores = evaluation.report().scores();
        return Stream.of(FairScore.values())
                .map(score -> scores.of(score).map(one -> one.text(PLUS_MINUS)).orElse(""))
                .toList();
    }

    private static String header(List<String> titles) {
        return line(titles) + "|" + String.join("", Collections.nCopies(titles.size(), "---|")) + "\n";
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
