package org.dwastudio.ui.synthesis;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.StudioPopOver;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ChoiceButton;
import org.dwastudio.ui.screen.Messages;

/** Button that opens the choice of the rows of the grid: which classes, and in which order. */
final class ClassFilter extends Button {
    private static final double ROW = 26;
    private static final int MOST_ROWS = 12;

    private final ShownClasses model;
    private final Messages texts;
    private final ObservableList<Integer> labels = FXCollections.observableArrayList();
    private final FilteredList<Integer> offered = new FilteredList<>(labels);
    private final ListView<Integer> list = new ListView<>(offered);
    private final TextField search = new TextField();
    private final StudioPopOver popOver;

    ClassFilter(ShownClasses model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        setId("grid-classes");
        getStyleClass().addAll("quiet-button", "class-filter");
        setGraphic(StudioIcon.EXPAND.node());
        setMinWidth(USE_PREF_SIZE);
        search.setId("grid-classes-search");
        search.setPromptText(texts.get("grid.classes.search"));
        search.setAccessibleText(texts.get("grid.classes.search"));
        search.textProperty().subscribe(this::search);
        HBox sort = new HBox(muted("grid.sort"), sortChoice(lifetime));
        HBox links = new HBox(
                link("grid.classes.every", model::showAll),
                link("grid.classes.none", () -> model.visibleProperty().set(Set.of())));
        sort.getStyleClass().add("class-filter-line");
        links.getStyleClass().add("class-filter-line");
        VBox content = new VBox(sort, links, search, list);
        content.getStyleClass().add("class-popover");
        popOver = new StudioPopOver(content);
        popOver.setArrowLocation(ArrowLocation.TOP_RIGHT);
        setOnAction(event -> open());
        prepareList();
        lifetime.follow(model.namesProperty(), this::offer);
        lifetime.follow(model.rowsProperty(), rows -> {
            setText(name(rows));
            list.refresh();
        });
        lifetime.onEnd(popOver::hide);
    }

    private ChoiceButton<ClassSort> sortChoice(Disposables lifetime) {
        ChoiceButton<ClassSort> choice = new ChoiceButton<>(
                List.of(ClassSort.values()),
                sort -> texts.get("grid.sort." + sort.name().toLowerCase(Locale.ROOT)),
                model.sortProperty(),
                lifetime);
        choice.setId("grid-sort");
        List<ClassSort> sorts = List.of(ClassSort.values());
        for (ClassSort sort : sorts) {
            MenuItem item = choice.getItems().get(sorts.indexOf(sort));
            lifetime.follow(
                    model.figuresProperty(sort), figures -> item.setDisable(sort.needsFigures() && figures.isEmpty()));
        }
        return choice;
    }

    private void prepareList() {
        list.setId("grid-classes-list");
        list.getStyleClass().add("class-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new ClassCell());
        list.setOnKeyPressed(event -> {
            Integer label = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && label != null) {
                model.toggle(label);
                event.consume();
            }
        });
    }

    private void open() {
        search.clear();
        popOver.show(this);
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().select(0);
        }
        list.requestFocus();
    }

    private void offer(List<String> names) {
        search.clear();
        labels.setAll(IntStream.range(0, names.size()).boxed().toList());
        Visibility.show(search, names.size() > MOST_ROWS);
        list.setPrefHeight(ROW * Math.max(1, Math.min(names.size(), MOST_ROWS)) + 2);
        setDisable(names.isEmpty());
    }

    private void search(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        offered.setPredicate(label ->
                model.namesProperty().get().get(label).toLowerCase(Locale.ROOT).contains(wanted));
    }

    private String name(List<Integer> rows) {
        List<String> names = model.namesProperty().get();
        if (model.areAll()) {
            return texts.get("grid.classes.all");
        }
        return rows.size() == 1 ? names.get(rows.get(0)) : texts.format("grid.classes.some", rows.size(), names.size());
    }

    private Label muted(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("muted");
        return label;
    }

    private Hyperlink link(String key, Runnable action) {
        Hyperlink link = new Hyperlink(texts.get(key));
        link.setOnAction(event -> {
            action.run();
            link.setVisited(false);
        });
        return link;
    }

    private final class ClassCell extends ListCell<Integer> {
        private final CheckBox box = new CheckBox();

        ClassCell() {
            box.setFocusTraversable(false);
            box.setOnAction(event -> model.toggle(getItem()));
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Integer label, boolean empty) {
            super.updateItem(label, empty);
            setGraphic(empty ? null : box);
            if (!empty) {
                box.setText(model.namesProperty().get().get(label));
                box.setSelected(model.visibleProperty().get().contains(label));
            }
        }
    }
}
