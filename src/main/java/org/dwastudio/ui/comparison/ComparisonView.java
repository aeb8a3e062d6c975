package org.dwastudio.ui.comparison;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.dwastudio.ui.comparison.newest.NewestRunsView;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** View of the comparison: cards and settings of the runs, images on one time line, curves and students. */
public final class ComparisonView {
    /** Height from which images, curves and students stand below each other instead of in tabs. */
    private static final double TALL = 900;
    /** Height below which settings make room for the images. */
    private static final double LOW = 700;

    private static final int FEWEST_RUNS = 2;
    private static final double LONGEST_LINE = 520;

    private final ComparisonViewModel model;
    private final Messages texts;
    private final RunTableView runs;
    private final GridsView grids;
    private final ComparisonLineView line;
    private final CurvesView curves;
    private final StudentsView students;
    private final NewestRunsView newest;
    private final ComparisonHeader header;
    private final VBox body = new VBox();
    private final VBox node;
    private boolean tall;

    /** @param lifetime of the dialog */
    public ComparisonView(
            ComparisonViewModel model, ComparisonHandlers handlers, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        header = new ComparisonHeader(model, handlers, texts, lifetime);
        runs = new RunTableView(model, texts, lifetime);
        grids = new GridsView(model, texts, lifetime);
        line = new ComparisonLineView(model.line(), texts, lifetime);
        curves = new CurvesView(model, texts, lifetime);
        students = new StudentsView(model, texts, lifetime);
        newest = new NewestRunsView(model.newest(), model::compare, texts, lifetime);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.getStyleClass().add("comparison-body");
        body.setMinHeight(0);
        node = new VBox(header.node(), body);
        node.getStyleClass().add("comparison");
        node.heightProperty().subscribe(height -> {
            runs.fit(height.doubleValue() < LOW);
            fit(height.doubleValue() >= TALL);
        });
        lifetime.follow(model.contentProperty(), content -> arrange());
    }

    public VBox node() {
        return node;
    }

    private void fit(boolean nowTall) {
        if (tall != nowTall) {
            tall = nowTall;
            arrange();
        }
    }

    private void arrange() {
        ComparisonContent content = model.contentProperty().get();
        body.getChildren().clear();
        if (!content.columns().isEmpty()) {
            body.getChildren().add(runs.node());
        }
        if (content.runs().size() < FEWEST_RUNS) {
            body.getChildren().add(empty(content));
        } else if (tall) {
            VBox images = images();
            GridPane results = results();
            body.getChildren().addAll(images, results);
        } else {
            body.getChildren().add(tabs());
        }
    }

    private VBox images() {
        VBox.setVgrow(grids.node(), Priority.ALWAYS);
        VBox images = new VBox(grids.node(), line.node());
        images.getStyleClass().add("comparison-images");
        images.setMinHeight(0);
        VBox.setVgrow(images, Priority.ALWAYS);
        return images;
    }

    private GridPane results() {
        GridPane results = new GridPane();
        results.getStyleClass().add("comparison-results");
        for (Node part : List.of(curves.node(), students.node())) {
            ColumnConstraints half = new ColumnConstraints(0, 0, Double.MAX_VALUE);
            half.setHgrow(Priority.ALWAYS);
            results.getColumnConstraints().add(half);
            results.addColumn(results.getColumnConstraints().size() - 1, part);
        }
        RowConstraints height = new RowConstraints();
        height.setVgrow(Priority.ALWAYS);
        results.getRowConstraints().add(height);
        results.setMinHeight(0);
        results.setPrefHeight(260);
        return results;
    }

    private TabPane tabs() {
        TabPane tabs = new TabPane(
                tab("comparison.tab.images", images()),
                tab("comparison.tab.curves", curves.node()),
                tab("comparison.tab.students", students.node()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("comparison-tabs");
        tabs.setMinHeight(0);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        return tabs;
    }

    private Tab tab(String key, Node content) {
        return new Tab(texts.get(key), content);
    }

    private VBox empty(ComparisonContent content) {
        Label words = new Label(texts.get(content.runs().isEmpty() ? "comparison.empty" : "comparison.emptyButOne"));
        words.setId("comparison-empty");
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMaxWidth(LONGEST_LINE);
        words.setTextAlignment(TextAlignment.CENTER);
        VBox empty = new VBox(words, header.addFirst());
        if (content.columns().isEmpty()) {
            empty.getChildren().add(0, newest.node());
        }
        empty.setAlignment(Pos.CENTER);
        empty.getStyleClass().add("comparison-empty");
        VBox.setVgrow(empty, Priority.ALWAYS);
        return empty;
    }
}
