package org.dwastudio.ui.sweep.result;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.metric.significance.MeanInterval;
import org.dwastudio.sweep.TestRun;
import org.dwastudio.sweep.Trial;
import org.dwastudio.ui.chart.ChartAxis;
import org.dwastudio.ui.chart.ChartSeries;
import org.dwastudio.ui.chart.LiveChart;
import org.dwastudio.ui.chart.ReferenceLine;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.preview.PreviewSize;
import org.dwastudio.ui.preview.RunImagesReader;
import org.dwastudio.ui.preview.RunThumbnail;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.sweep.work.SweepPosition;
import org.dwastudio.ui.sweep.work.SweepStanding;
import org.dwastudio.ui.theme.ChartColor;

/** Card of the best trial: its images, the best score over time, and the test split. */
public final class BestCard {
    private static final double WIDTH = 264;
    private static final double HEIGHT_WITH_IMAGES = 320;
    private static final int NAMED = 3;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final PreviewSize MOST = new PreviewSize(2, 10);

    private final Messages texts;
    private final Function<Trial, Optional<Path>> folder;
    private final RunThumbnail images;
    private final LiveChart chart;
    private final Label ties = new Label();
    private final GridPane test = new GridPane();
    private final FlowPane buttons;
    private final Card card;
    private boolean hasBest;

    /**
     * Creates a card without a trial.
     *
     * @param folder returns the folder of the first run of a trial
     * @param actions buttons of the best trial
     */
    public BestCard(
            RunImagesReader reader,
            Function<Trial, Optional<Path>> folder,
            List<ActionButton> actions,
            Messages texts) {
        this.texts = texts;
        this.folder = folder;
        images = new RunThumbnail(reader, MOST, WIDTH - 30, 58);
        chart = new LiveChart(texts.get("sweep.overTime"), texts.bundle());
        chart.setMinHeight(70);
        chart.getStyleClass().add("sweep-chart");
        chart.places().nameProperty().set(texts.get("sweep.minutes"));
        VBox.setVgrow(chart, Priority.ALWAYS);
        ties.getStyleClass().add("muted");
        ties.setWrapText(true);
        ties.setMinHeight(Region.USE_PREF_SIZE);
        test.setId("sweep-test-table");
        test.getStyleClass().add("fact-table");
        buttons = new FlowPane(6, 6);
        buttons.getChildren().addAll(actions);
        card = new Card(texts.get("sweep.best.title"), images, ties, chart, test, buttons);
        card.setPrefWidth(WIDTH);
        card.setMinWidth(WIDTH);
        card.setMinHeight(0);
        card.heightProperty().subscribe(this::fit);
    }

    /** Returns the card. */
    public Card node() {
        return card;
    }

    /** Shows the best trial of a sweep. */
    public void show(Optional<SweepStanding> now) {
        TrialText words = new TrialText(texts);
        Optional<Trial> best = now.flatMap(one -> one.analysis().best());
        images.setRun(best.flatMap(folder));
        hasBest = best.isPresent();
        fit();
        Visibility.show(buttons, best.isPresent());
        card.subtitleProperty()
                .set(best.map(trial -> trial.candidate().values().isEmpty()
                                ? words.name(trial)
                                : texts.format("sweep.best.detail", words.name(trial), words.values(trial)))
                        .orElse(texts.get("sweep.best.none")));
        List<Trial> close = now.map(one -> one.analysis().ties()).orElse(List.of());
        boolean untested = now.filter(one -> one.analysis().isUntested()).isPresent();
        String seeds = untested ? texts.get("sweep.difference.single.detail") : "";
        ties.setText(untested || close.isEmpty() ? seeds : tied(close, words));
        Visibility.show(ties, !ties.getText().isEmpty());
        showCurve(now);
        showTest(now);
    }

    private String tied(List<Trial> close, TrialText words) {
        String named = close.stream().limit(NAMED).map(words::name).collect(Collectors.joining(", "));
        return close.size() > NAMED
                ? texts.format("sweep.ties.many", named, close.size() - NAMED)
                : texts.format("sweep.ties", named);
    }

    /** Shows the images unless the card is too low for them. */
    private void fit() {
        Visibility.show(images, hasBest && card.getHeight() >= HEIGHT_WITH_IMAGES);
    }

    private void showCurve(Optional<SweepStanding> now) {
        chart.getSeries().clear();
        chart.getReferenceLines().clear();
        now.ifPresent(standing -> {
            double scale = new ScoreText(standing.content().sweep().objective()).scale();
            ChartSeries series = new ChartSeries(texts.get("sweep.bestSoFar"), ChartColor.GREEN, ChartAxis.LEFT);
            double minutes = 0;
            double highest = Double.NEGATIVE_INFINITY;
            for (Trial trial : standing.progress().trials()) {
                minutes += trial.seconds() / SECONDS_PER_MINUTE;
                if (trial.kind() != Trial.Kind.RANDOM_REAL && trial.isRanked()) {
                    highest = Math.max(highest, trial.score().mean() * scale);
                    series.append(minutes, highest);
                }
            }
            chart.getSeries().add(series);
            for (Trial trial : standing.analysis().ranking()) {
                if (trial.kind() != Trial.Kind.CANDIDATE) {
                    chart.getReferenceLines()
                            .add(new ReferenceLine(
                                    new TrialText(texts).name(trial),
                                    trial.score().mean() * scale,
                                    ChartAxis.LEFT,
                                    trial.kind() == Trial.Kind.PRESET ? ChartColor.BLUE : ChartColor.ORANGE));
                }
            }
        });
    }

    private void showTest(Optional<SweepStanding> now) {
        test.getChildren().clear();
        Visibility.show(test, now.filter(SweepStanding::isTested).isPresent());
        now.filter(SweepStanding::isTested).ifPresent(standing -> {
            String winner = standing.analysis().best().map(Trial::key).orElse("");
            ScoreText score = new ScoreText(standing.content().sweep().objective());
            List<TestRun> runs = standing.tests().stream()
                    .filter(run -> run.winner().equals(winner))
                    .toList();
            test.add(new Label(texts.get("sweep.tile.test")), 0, 0, 2, 1);
            int row = 1;
            for (String trial : runs.stream().map(TestRun::trial).distinct().toList()) {
                double[] scores = runs.stream()
                        .filter(run -> run.trial().equals(trial))
                        .mapToDouble(TestRun::score)
                        .toArray();
                Label name = new Label(new SweepPosition(texts).trial(trial));
                name.getStyleClass().add("muted");
                Label value = new Label(score.score(
                        MeanInterval.of(Arrays.stream(scores).boxed().toList())));
                value.setMinWidth(Region.USE_PREF_SIZE);
                test.addRow(row, name, value);
                row++;
            }
        });
    }
}
