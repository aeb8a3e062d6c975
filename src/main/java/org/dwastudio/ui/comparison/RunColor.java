package org.dwastudio.ui.comparison;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.dwastudio.stage.comparison.ComparedRun;
import org.dwastudio.stage.comparison.StudentRow;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.ui.theme.ChartColor;

/** Colors of the compared runs and of real images. */
final class RunColor {
    private static final List<ChartColor> RUNS =
            List.of(ChartColor.BLUE, ChartColor.VIOLET, ChartColor.CYAN, ChartColor.PINK);

    private RunColor() {}

    /** Returns the color of the run at a place, from 0. */
    static ChartColor of(int place) {
        return RUNS.get(place % RUNS.size());
    }

    /** Returns the color of a row of students. */
    static ChartColor of(StudentRow row, List<ComparedRun> runs) {
        if (row.set() == TrainingSet.DISTILLED) {
            List<String> labels = runs.stream().map(ComparedRun::label).toList();
            return of(Math.max(0, row.run().map(labels::indexOf).orElse(0)));
        }
        return row.set() == TrainingSet.FULL_REAL ? ChartColor.GREEN : ChartColor.ORANGE;
    }

    /** Returns the letter of a run on its color. */
    static Label letter(ComparedRun run, int place) {
        Label letter = new Label(run.label().toUpperCase(Locale.ROOT));
        letter.getStyleClass().addAll("run-letter", of(place).styleClass());
        letter.setMinWidth(Region.USE_PREF_SIZE);
        return letter;
    }
}
