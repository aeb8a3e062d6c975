package org.dwastudio.ui.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.event.LossPart;
import org.dwastudio.ui.chart.ChartAxis;
import org.dwastudio.ui.chart.LiveChart;
import org.dwastudio.ui.chart.ReferenceLine;
import org.dwastudio.ui.control.FigureTile;
import org.dwastudio.ui.control.HelpTooltip;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.SpeedText;
import org.dwastudio.ui.synthesis.ProgressViewModel;
import org.dwastudio.ui.theme.ChartColor;

/** Measurements of a run: figures, loss chart, diversity chart and notes. */
public final class MeasurementsView {
    private static final double CHART_SHARE_MIN = 150;

    private final Messages texts;
    private final Disposables lifetime;
    private final VBox node = new VBox();
    private final List<LiveChart> charts;

    public MeasurementsView(
            FiguresViewModel figures,
            ProgressViewModel progress,
            LossCurves loss,
            DiversityCurves diversity,
            NotesView notes,
            Messages texts,
            Disposables lifetime) {
        this.texts = texts;
        this.lifetime = lifetime;
        LiveChart lossChart = lossChart(loss);
        LiveChart diversityChart = diversityChart(diversity);
        charts = List.of(lossChart, diversityChart);
        for (LiveChart chart : charts) {
            chart.setMinHeight(CHART_SHARE_MIN);
            VBox.setVgrow(chart, Priority.ALWAYS);
        }
        node.getStyleClass().add("measurements");
        node.getChildren()
                .addAll(tiles(figures, progress, loss), lossScale(figures), lossChart, diversityChart, notes.node());
    }

    public VBox node() {
        return node;
    }

    public List<LiveChart> charts() {
        return charts;
    }

    private HBox tiles(FiguresViewModel figures, ProgressViewModel progress, LossCurves loss) {
        FigureTile total = tile("figure.loss");
        FigureTile vendi = tile("figure.vendi");
        FigureTile speed = tile("figure.speed");
        lifetime.follow(
                () -> total.valueProperty()
                        .set(number(
                                loss.earlierTotal().isPresent()
                                        ? loss.earlierTotal()
                                        : figures.totalLossProperty().get(),
                                3)),
                figures.totalLossProperty(),
                loss.cursorProperty());
        lifetime.follow(
                () -> vendi.valueProperty().set(vendiText(figures)),
                figures.vendiProperty(),
                figures.columnsProperty());
        lifetime.follow(progress.speedProperty(), now -> speed.valueProperty().set(speedText(now)));
        Tooltip.install(vendi, new HelpTooltip(texts.get("chart.diversity.help")));
        HBox tiles = new HBox(total, vendi, speed);
        tiles.getStyleClass().add("figures");
        return tiles;
    }

    /** Returns the line with the loss scale and skipped steps of half precision; hidden in other precisions. */
    private Label lossScale(FiguresViewModel figures) {
        Label line = new Label();
        line.setId("loss-scale");
        line.getStyleClass().add("muted");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        lifetime.follow(
                () -> {
                    OptionalDouble scale = figures.lossScaleProperty().get();
                    Visibility.show(line, scale.isPresent());
                    line.setText(texts.format(
                            "figure.lossScale",
                            String.format(Locale.ROOT, "%.0f", scale.orElse(0)),
                            figures.skippedStepsProperty().get()));
                },
                figures.lossScaleProperty(),
                figures.skippedStepsProperty());
        return line;
    }

    private FigureTile tile(String key) {
        FigureTile tile = new FigureTile(texts.get(key), texts.get("figure.none"));
        HBox.setHgrow(tile, Priority.ALWAYS);
        tile.setMinWidth(0);
        tile.setPrefWidth(0);
        return tile;
    }

    private String vendiText(FiguresViewModel figures) {
        OptionalDouble vendi = figures.vendiProperty().get();
        return vendi.isPresent()
                ? texts.format(
                        "figure.ofMost",
                        number(vendi, 2),
                        figures.columnsProperty().get())
                : texts.get("figure.none");
    }

    private String speedText(OptionalDouble speed) {
        return speed.isPresent() ? texts.format("speed", SpeedText.of(speed.getAsDouble())) : texts.get("figure.none");
    }

    private String number(OptionalDouble value, int digits) {
        return value.isPresent()
                ? String.format(Locale.ROOT, "%." + digits + "g", value.getAsDouble())
                : texts.get("figure.none");
    }

    private LiveChart lossChart(LossCurves loss) {
        LiveChart chart = new LiveChart(texts.get("chart.loss"), texts.bundle());
        for (LossPart part : LossPart.values()) {
            loss.brightOf(part).nameProperty().set(texts.get("chart.loss." + part.key()));
        }
        chart.scaleSwitchShownProperty().set(true);
        chart.logarithmicProperty().bindBidirectional(loss.logarithmicProperty());
        lifetime.onEnd(() -> chart.logarithmicProperty().unbindBidirectional(loss.logarithmicProperty()));
        chart.xMinProperty().set(0);
        chart.xMaxProperty().bind(loss.iterationsProperty());
        chart.markerProperty().bind(loss.marker());
        chart.setOnPicked(loss::pick);
        chart.getSeries().setAll(loss.series());
        ListChangeListener<Object> follow = change -> chart.getSeries().setAll(loss.series());
        loss.series().addListener(follow);
        lifetime.onEnd(() -> {
            loss.series().removeListener(follow);
            chart.getSeries().clear();
        });
        return chart;
    }

    private LiveChart diversityChart(DiversityCurves diversity) {
        LiveChart chart = new LiveChart(texts.get("chart.diversity"), texts.bundle());
        chart.explain(texts.get("chart.diversity.help"));
        diversity.vendi().nameProperty().set(texts.get("chart.vendi"));
        diversity.cosine().nameProperty().set(texts.get("chart.cosine"));
        chart.xMinProperty().set(0);
        chart.xMaxProperty().bind(diversity.totalStepsProperty());
        chart.getSeries().setAll(diversity.vendi(), diversity.cosine());
        lifetime.onEnd(chart.getSeries()::clear);
        lifetime.follow(
                () -> chart.getReferenceLines().setAll(referenceLines(diversity)),
                diversity.realVendiProperty(),
                diversity.realCosineProperty());
        return chart;
    }

    private List<ReferenceLine> referenceLines(DiversityCurves diversity) {
        List<ReferenceLine> lines = new ArrayList<>();
        String name = texts.get("chart.real");
        diversity
                .realVendiProperty()
                .get()
                .ifPresent(y -> lines.add(new ReferenceLine(name, y, ChartAxis.LEFT, ChartColor.VIOLET)));
        diversity
                .realCosineProperty()
                .get()
                .ifPresent(y -> lines.add(new ReferenceLine(name, y, ChartAxis.RIGHT, ChartColor.CYAN)));
        return lines;
    }
}
