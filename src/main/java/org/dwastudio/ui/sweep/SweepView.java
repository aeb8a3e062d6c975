package org.dwastudio.ui.sweep;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dwastudio.sweep.Trial;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.preview.RunImagesReader;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.sweep.focus.TrialFocus;
import org.dwastudio.ui.sweep.result.AnalysisView;
import org.dwastudio.ui.sweep.result.BestCard;
import org.dwastudio.ui.sweep.result.SweepTiles;
import org.dwastudio.ui.sweep.result.TrialTable;
import org.dwastudio.ui.sweep.setup.SweepSetupActions;
import org.dwastudio.ui.sweep.setup.SweepSetupView;
import org.dwastudio.ui.sweep.work.SweepStanding;

/** View of a sweep: settings and cost at the left, trials and their analysis at the right. */
public final class SweepView {
    private static final double LEFT = 316;
    private static final double ANALYSIS = 210;
    private static final int MOST_COMPARED = 4;

    private final SweepViewModel model;
    private final Messages texts;
    private final SweepTiles tiles;
    private final TrialTable table;
    private final BestCard best;
    private final AnalysisView analysis;
    private final ActionButton test;
    private final ActionButton compare;
    private final HBox node;

    /** @param lifetime of the dialog */
    public SweepView(SweepViewModel model, SweepHandlers handlers, Messages texts, Disposables lifetime) {
        RunImagesReader images = model.images();
        this.model = model;
        this.texts = texts;
        tiles = new SweepTiles(texts);
        TrialFocus focus = new TrialFocus();
        TrialActions trials = model.trials();
        table = new TrialTable(images, trials::folderOf, focus, texts);
        new TrialKeys(table, trials, texts).install();
        lifetime.follow(table::mark, focus.hoveredProperty(), focus.keptProperty());
        analysis = new AnalysisView(focus, texts, lifetime);
        test = new ActionButton(
                        "sweep-test",
                        texts.get("sweep.useTest"),
                        StudioIcon.CHECK,
                        () -> model.useTestSplit(texts.language().locale()))
                .small();
        compare = new ActionButton(
                        "sweep-compare",
                        texts.get("history.compare"),
                        StudioIcon.COMPARE,
                        () -> trials.compare(
                                List.copyOf(table.getSelectionModel().getSelectedItems())))
                .small();
        best = new BestCard(
                images,
                trials::folderOf,
                List.of(
                        action("sweep-use", "sweep.use", StudioIcon.DONE, trials::useValues)
                                .likely(),
                        action("sweep-open-run", "sweep.openRun", StudioIcon.OPEN, trials::openRun),
                        test),
                texts);
        node = new HBox(left(handlers, lifetime), right());
        node.getStyleClass().add("sweep");
        node.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            // Esc closes the form of additions first; the dialog only without it.
            if (key.getCode() == KeyCode.ESCAPE
                    && model.addition().activeProperty().get()) {
                model.addition().cancel();
                key.consume();
            }
        });
        lifetime.follow(model.standingProperty(), this::show);
        lifetime.follow(
                () -> Visibility.show(
                        test,
                        model.standingProperty()
                                        .get()
                                        .filter(SweepStanding::canTest)
                                        .isPresent()
                                && !model.engineProperty().getValue().isActive()),
                model.standingProperty(),
                model.engineProperty());
        selectionChanged();
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Trial>)
                change -> selectionChanged());
    }

    /** Returns the view. */
    public HBox node() {
        return node;
    }

    /** Action of a button on a trial. */
    private interface OfTrial {
        void run(Trial trial);
    }

    /** Returns a button that acts on the selected trial, or on the best one. */
    private ActionButton action(String id, String key, StudioIcon icon, OfTrial action) {
        return new ActionButton(id, texts.get(key), icon, () -> chosen().ifPresent(action::run)).small();
    }

    private Optional<Trial> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .or(() -> model.standingProperty().get().flatMap(now -> now.analysis()
                        .best()));
    }

    private void selectionChanged() {
        int selected = table.getSelectionModel().getSelectedItems().size();
        compare.setDisable(selected < 2 || selected > MOST_COMPARED);
    }

    private void show(Optional<SweepStanding> now) {
        tiles.show(now);
        table.show(now);
        best.show(now);
        analysis.show(now);
    }

    private VBox left(SweepHandlers handlers, Disposables lifetime) {
        SweepSetupView setup = new SweepSetupView(
                new SweepSetupActions(model.setup(), model::experiment, model.offersProperty()), texts, lifetime);
        setup.node()
                .disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.standingProperty().get().isPresent()
                                && !model.addition().activeProperty().get(),
                        model.standingProperty(),
                        model.addition().activeProperty()));
        lifetime.onEnd(() -> setup.node().disableProperty().unbind());
        ScrollPane scroll = new ScrollPane(setup.node());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("sweep-scroll");
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox left = new VBox(
                scroll,
                new SweepCostCard(model, texts, lifetime).node(),
                new SweepControls(model, handlers, texts, lifetime).node());
        left.getStyleClass().add("sweep-left");
        left.setMinWidth(LEFT);
        left.setPrefWidth(LEFT);
        left.setMaxWidth(LEFT);
        return left;
    }

    private VBox right() {
        VBox.setVgrow(table, Priority.ALWAYS);
        table.setMinHeight(0);
        Card trials = new Card(texts.get("sweep.trials.title"), table);
        trials.addAside(compare);
        trials.setMinSize(0, 0);
        HBox.setHgrow(trials, Priority.ALWAYS);
        HBox middle = new HBox(trials, best.node());
        middle.getStyleClass().add("sweep-analysis");
        middle.setMinHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        Node below = analysis.node();
        analysis.node().setPrefHeight(ANALYSIS);
        analysis.node().setMinHeight(ANALYSIS);
        VBox right = new VBox(tiles.node(), middle, below);
        right.getStyleClass().add("sweep-right");
        right.setMinSize(0, 0);
        HBox.setHgrow(right, Priority.ALWAYS);
        return right;
    }
}
