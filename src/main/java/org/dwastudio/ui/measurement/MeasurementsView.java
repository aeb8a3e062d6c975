package org.dwastudio.ui.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.event.LossPart;
import org.dwastudio.ui.chart.ChartAxis;
import org.dwastudio.ui.chart.ChartGroup;
import org.dwastudio.ui.chart.ChartSeries;
import org.dwastudio.ui.chart.LiveChart;
import org.dwastudio.ui.chart.ReferenceLine;
import org.dwastudio.ui.control.FigureTile;
import org.dwastudio.ui.control.HelpTooltip;
import org.dwastudio.ui.control.NumberText;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ChoiceButton;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.SpeedText;
import org.dwastudio.ui.screen.XAxis;
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
            ChartsViewModel model,
            NotesView notes,
            Messages texts,
            Disposables lifetime) {
        this.texts = texts;
        this.lifetime = lifetime;
        LiveChart lossChart = lossChart(model);
        LiveChart diversityChart = diversityChart(model);
        charts = List.of(lossChart, diversityChart);
        ChartGroup group = new ChartGroup();
        for (LiveChart chart : charts) {
            chart.setMinHeight(CHART_SHARE_MIN);
            VBox.setVgrow(chart, Priority.ALWAYS);
            group.add(chart);
            lifetime.follow(() -> showRange(chart, model), model.rangeProperty(), model.axisProperty());
            lifetime.follow(model.axisProperty(), now -> chart.showAll());
            chart.setOnPicked(model::pick);
        }
        node.getStyleClass().add("measurements");
        node.getChildren()
                .addAll(
                        tiles(figures, progress, model),
                        lossScale(figures),
                        axisChoice(model, group),
                        lossChart,
                        diversityChart,
                        notes.node());
    }

    public VBox node() {
        return node;
    }

    public List<LiveChart> charts() {
        return charts;
    }

    private void showRange(LiveChart chart, ChartsViewModel model) {
        XRange range = model.rangeProperty().get();
        chart.xMaxProperty().set(range.end());
        chart.places().unitProperty().set(range.unit());
        chart.places().markerProperty().set(range.marker());
        chart.places().lookedAtProperty().set(range.lookedAt());
        chart.places()
                .nameProperty()
                .set(texts.get(
                        "chart.axis.unit." + range.unitKey(model.axisProperty().get())));
        if (!chart.places().marks().equals(range.marks())) {
            chart.places().marks().setAll(range.marks());
        }
    }

    /** Returns the line with the choice of the x axis of all charts. */
    private HBox axisChoice(ChartsViewModel model, ChartGroup group) {
        ChoiceButton<XAxis> choice = new ChoiceButton<>(
                List.of(XAxis.values()), axis -> texts.get("chart.axis." + axis.key()), model.axisProperty(), lifetime);
        choice.setId("chart-axis");
        choice.setTooltip(new HelpTooltip(texts.get("chart.axis.help")));
        choice.setMinWidth(Region.USE_PREF_SIZE);
        Label missing = new Label(texts.get("chart.axis.noTimes"));
        missing.setId("chart-axis-missing");
        missing.getStyleClass().add("muted");
        lifetime.follow(
                () -> Visibility.show(missing, model.lacksTimes()), model.axisProperty(), model.rangeProperty());
        Label place = new Label();
        place.setId("chart-place");
        place.getStyleClass().add("muted");
        lifetime.follow(
                () -> place.setText(placeText(model, group)),
                group.pointedProperty(),
                model.rangeProperty(),
                model.axisProperty());
        HBox line = new HBox(choice, missing, place);
        line.getStyleClass().add("chart-axis");
        return line;
    }

    /** Returns the place on the x axis whose values the legends show; empty for the newest. */
    private String placeText(ChartsViewModel model, ChartGroup group) {
        XRange range = model.rangeProperty().get();
        double pointed = group.pointedProperty().get();
        double shown = (Double.isNaN(pointed) ? range.lookedAt() : pointed) / range.unit();
        return Double.isNaN(shown)
                ? ""
                : texts.format(
                        "chart.place",
                        texts.get("chart.axis.unit."
                                + range.unitKey(model.axisProperty().get())),
                        range.unit() == 1 ? NumberText.exact(Math.rint(shown)) : NumberText.rounded(shown, 3));
    }

    private HBox tiles(FiguresViewModel figures, ProgressViewModel progress, ChartsViewModel model) {
        LossCurves loss = model.loss();
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
                () -> vendi.valueProperty().set(vendiText(figures, model.earlierVendi())),
                figures.vendiProperty(),
                loss.cursorProperty(),
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

    private String vendiText(FiguresViewModel figures, OptionalDouble earlier) {
        OptionalDouble vendi =
                earlier.isPresent() ? earlier : figures.vendiProperty().get();
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

    private LiveChart lossChart(ChartsViewModel model) {
        LossCurves loss = model.loss();
        LiveChart chart = new LiveChart(texts.get("chart.loss"), texts.bundle());
        for (LossPart part : LossPart.values()) {
            loss.brightOf(part).nameProperty().set(texts.get("chart.loss." + part.key()));
        }
        chart.scaleSwitchShownProperty().set(true);
        chart.logarithmicProperty().bindBidirectional(loss.logarithmicProperty());
        lifetime.onEnd(() -> chart.logarithmicProperty().unbindBidirectional(loss.logarithmicProperty()));
        chart.xMinProperty().set(0);
        show(chart, model.lossSeries());
        return chart;
    }

    private void show(LiveChart chart, ObservableList<ChartSeries> series) {
        lifetime.follow(() -> chart.getSeries().setAll(List.copyOf(series)), series);
        lifetime.onEnd(chart.getSeries()::clear);
    }

    private LiveChart diversityChart(ChartsViewModel model) {
        DiversityCurves diversity = model.diversity();
        LiveChart chart = new LiveChart(texts.get("chart.diversity"), texts.bundle());
        chart.explain(texts.get("chart.diversity.help"));
        diversity.vendi().nameProperty().set(texts.get("chart.vendi"));
        diversity.cosine().nameProperty().set(texts.get("chart.cosine"));
        chart.xMinProperty().set(0);
        show(chart, model.diversitySeries());
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
