package org.dwastudio.ui.sweep.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dwastudio.sweep.Trial;
import org.dwastudio.sweep.analysis.Importance;
import org.dwastudio.sweep.analysis.Response;
import org.dwastudio.ui.chart.BarList;
import org.dwastudio.ui.chart.MeasuredBar;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.sweep.focus.TrialFocus;
import org.dwastudio.ui.sweep.parallel.ParallelCard;
import org.dwastudio.ui.sweep.setup.SweepChoices;
import org.dwastudio.ui.sweep.setup.SweptSetting;
import org.dwastudio.ui.sweep.work.SweepStanding;
import org.dwastudio.ui.theme.ChartColor;

/** View of the analysis: the response of each setting, parallel coordinates, and the importance of all. */
public final class AnalysisView {
    private static final double IMPORTANCE = 250;
    private static final double LEAST_PART = 100;

    private final Messages texts;
    private final TrialFocus focus;
    private final List<ResponsePlot> shownPlots = new ArrayList<>();
    private final ParallelCard parallel;
    private final HBox plots = new HBox();
    private final BarList bars = new BarList(1);
    private final Card response;
    private final Card importance;
    private final HBox node;

    /**
     * Creates an empty view.
     *
     * @param focus trials that are marked
     */
    public AnalysisView(TrialFocus focus, Messages texts, Disposables lifetime) {
        this.texts = texts;
        this.focus = focus;
        parallel = new ParallelCard(focus, texts, lifetime);
        plots.getStyleClass().add("sweep-plots");
        plots.setMinHeight(0);
        VBox.setVgrow(plots, Priority.ALWAYS);
        response = new Card(texts.get("sweep.response.title"), plots);
        response.setMinSize(0, 0);
        importance = new Card(texts.get("sweep.importance.title"), bars);
        importance.setPrefWidth(IMPORTANCE);
        importance.setMinWidth(IMPORTANCE);
        importance.setMinHeight(0);
        for (Card part : List.of(response, parallel.node())) {
            part.setPrefWidth(LEAST_PART);
            HBox.setHgrow(part, Priority.ALWAYS);
        }
        node = new HBox(response, parallel.node(), importance);
        node.getStyleClass().add("sweep-analysis");
        node.setMinHeight(0);
        lifetime.follow(() -> shownPlots.forEach(ResponsePlot::refresh), focus.hoveredProperty(), focus.keptProperty());
    }

    /** Returns the view. */
    public HBox node() {
        return node;
    }

    /** Shows the analysis of a sweep. */
    public void show(Optional<SweepStanding> now) {
        List<Node> parts = new ArrayList<>();
        shownPlots.clear();
        now.ifPresent(standing -> standing.analysis().responses().stream()
                .filter(one -> !one.points().isEmpty())
                .forEach(one -> parts.add(plot(one, standing))));
        plots.getChildren().setAll(parts);
        response.subtitleProperty().set(texts.get(parts.isEmpty() ? "sweep.response.none" : "sweep.response.detail"));
        focus.show(now.map(one -> one.analysis().coordinates()));
        parallel.show(now.flatMap(one -> new ParallelTexts(texts).of(one)));
        List<Importance> shares = now.map(one -> one.analysis().importance()).orElse(List.of());
        importance
                .subtitleProperty()
                .set(texts.get(shares.isEmpty() ? "sweep.importance.none" : "sweep.importance.detail"));
        bars.show(shares.stream().map(this::bar).toList());
    }

    private VBox plot(Response one, SweepStanding now) {
        SweepChoices names = new SweepChoices(texts);
        Label title =
                new Label(names.name(SweptSetting.of(one.parameter().key())).replace("_", ""));
        title.getStyleClass().add("sweep-plot-title");
        ResponsePlot plot = new ResponsePlot(focus);
        shownPlots.add(plot);
        VBox.setVgrow(plot, Priority.ALWAYS);
        plot.show(
                one,
                new ScoreText(now.content().sweep().objective()).scale(),
                baseline(now, Trial.Kind.PRESET),
                baseline(now, Trial.Kind.RANDOM_REAL));
        VBox whole = new VBox(title, plot);
        whole.setMinHeight(0);
        HBox.setHgrow(whole, Priority.ALWAYS);
        return whole;
    }

    private static OptionalDouble baseline(SweepStanding now, Trial.Kind kind) {
        return now.analysis().ranking().stream()
                .filter(trial -> trial.kind() == kind)
                .mapToDouble(trial -> trial.score().mean())
                .findFirst();
    }

    private MeasuredBar bar(Importance one) {
        boolean setting = !one.key().equals(Importance.SEED) && !one.key().equals(Importance.REST);
        String name = setting
                ? new SweepChoices(texts).name(SweptSetting.of(one.key())).replace("_", "")
                : texts.get("sweep.importance." + one.key());
        return new MeasuredBar(
                name,
                one.share(),
                0,
                texts.format(
                        "sweep.importance.share",
                        Math.round(100 * one.share()),
                        Math.round(100 * one.low()),
                        Math.round(100 * one.high())),
                ChartColor.BLUE,
                !setting);
    }
}
