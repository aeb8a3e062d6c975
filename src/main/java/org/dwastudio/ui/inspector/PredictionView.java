package org.dwastudio.ui.inspector;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.engine.ClassProbability;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.timeline.TimeLineViewModel;

/** View of the teacher's most probable classes for the selected image, now and over its snapshots. */
public final class PredictionView {
    private static final int PERCENT = 100;
    private static final double LEAST_BAR = 32;

    private final InspectorViewModel model;
    private final PredictionsViewModel predictions;
    private final GridPane guesses = new GridPane();
    private final ProbabilityChart chart = new ProbabilityChart();
    private final VBox node;
    private boolean roomForChart = true;

    public PredictionView(
            InspectorViewModel model,
            PredictionsViewModel predictions,
            TimeLineViewModel timeLine,
            Messages texts,
            Disposables lifetime) {
        this.model = model;
        this.predictions = predictions;
        Label caption = new Label(texts.get("inspector.teacher"));
        caption.getStyleClass().add("muted");
        guesses.getStyleClass().add("guesses");
        chart.setId("probability-chart");
        chart.setAccessibleText(texts.get("inspector.chart"));
        chart.setOnPicked(timeLine::lookAt);
        VBox.setVgrow(chart, Priority.ALWAYS);
        node = new VBox(caption, guesses, chart);
        node.getStyleClass().add("inspector-teacher");
        lifetime.follow(model.guessesProperty(), this::showGuesses);
        lifetime.follow(predictions.predictionsProperty(), images -> showCurves());
        lifetime.follow(
                () -> chart.setCursor(timeLine.lastProperty().get(), model.iteration()),
                timeLine.lastProperty(),
                model.imageProperty());
    }

    VBox node() {
        return node;
    }

    /** Shows the chart where there is room for it. */
    void setRoomForChart(boolean room) {
        roomForChart = room;
        showCurves();
    }

    private void showGuesses(List<ClassProbability> answer) {
        guesses.getChildren().clear();
        for (int row = 0; row < answer.size(); row++) {
            ClassProbability guess = answer.get(row);
            ProgressBar bar = new ProgressBar(guess.probability());
            bar.getStyleClass()
                    .addAll("guess-bar", ProbabilityChart.colorOf(row).styleClass());
            bar.setMinWidth(LEAST_BAR);
            bar.setPrefWidth(LEAST_BAR);
            bar.setMaxWidth(Double.MAX_VALUE);
            GridPane.setHgrow(bar, Priority.ALWAYS);
            Label percent = new Label(String.format(Locale.ROOT, "%.1f %%", PERCENT * guess.probability()));
            percent.getStyleClass().add("guess-percent");
            percent.setMinWidth(Region.USE_PREF_SIZE);
            Label name = new Label(guess.className());
            name.getStyleClass().add("guess-name");
            GridPane.setHgrow(name, Priority.SOMETIMES);
            guesses.addRow(row, name, bar, percent);
        }
        showCurves();
    }

    private void showCurves() {
        List<PredictedImage> images = predictions.predictionsProperty().get();
        boolean hasClasses = !model.guessesProperty().get().isEmpty();
        Visibility.show(chart, roomForChart && hasClasses && images.size() > 1);
        chart.show(
                images,
                model.guessesProperty().get().stream()
                        .map(ClassProbability::label)
                        .toList());
    }
}
