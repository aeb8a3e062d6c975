package org.dwastudio.ui.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.config.StageName;
import org.dwastudio.run.history.RunState;
import org.dwastudio.run.history.RunSummary;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** View of the run history: filters, table, details of the selected run, and actions. */
public final class RunHistoryView {
    private static final double LEAST_CHOICE = 150;
    private static final double MOST_CHOICE = 260;
    private static final int MOST_COMPARED = 4;

    private final RunHistoryViewModel model;
    private final HistoryHandlers handlers;
    private final Messages texts;
    private final RunTable table;
    private final RunDetails details;
    private final TextField text = new TextField();
    private final ComboBox<Optional<StageName>> stages = new ComboBox<>();
    private final ComboBox<Optional<RunState>> states = new ComboBox<>();
    private final ComboBox<Optional<String>> datasets = new ComboBox<>();
    private final VBox node = new VBox();

    public RunHistoryView(RunHistoryViewModel model, HistoryHandlers handlers, Messages texts, Disposables lifetime) {
        this.model = model;
        this.handlers = handlers;
        this.texts = texts;
        table = new RunTable(model, texts);
        details = new RunDetails(model, texts);
        table.setPlaceholder(placeholder());
        table.setRowFactory(unused -> row());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        table.setContextMenu(contextMenu());
        table.getSelectionModel().selectedItemProperty().subscribe(run -> details.show(Optional.ofNullable(run)));
        lifetime.onEnd(details::keep);
        VBox.setVgrow(table, Priority.ALWAYS);
        node.getStyleClass().add("run-history");
        node.getChildren().addAll(filters(lifetime), table, details.node(), buttons());
        // Later, because the table moves its selection with the lines that are inserted before it.
        lifetime.follow(() -> Platform.runLater(this::chooseFirst), model.shownRuns());
    }

    public VBox node() {
        return node;
    }

    /** Selects the newest run, so that its details are shown. */
    private void chooseFirst() {
        if (table.getSelectionModel().getSelectedItem() == null
                && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }

    private Label placeholder() {
        Label words = new Label();
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.readingProperty().get()
                                ? texts.get("history.reading")
                                : model.runs().isEmpty()
                                        ? texts.format(
                                                "history.empty", model.folder().toString())
                                        : texts.get("history.nothingFound"),
                        model.readingProperty(),
                        model.shownRuns()));
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        return words;
    }

    private TableRow<RunSummary> row() {
        TableRow<RunSummary> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !row.isEmpty()) {
                model.open(row.getItem());
            }
        });
        return row;
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            withSelected(model::open);
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            withSelected(handlers.confirm());
            event.consume();
        } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            copy();
            event.consume();
        }
    }

    /** Returns the selected runs, in the order of the table. */
    private List<RunSummary> allSelected() {
        return table.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(table.getItems()::get)
                .toList();
    }

    /** Copies the selected runs, in the order of the table. */
    private void copy() {
        List<RunSummary> selected = allSelected();
        if (!selected.isEmpty()) {
            handlers.copy().accept(RunListing.tabSeparated(selected));
        }
    }

    private void exportTable() {
        handlers.csvFile().get().ifPresent(file -> model.writeCsv(List.copyOf(table.getItems()), file));
    }

    private ContextMenu contextMenu() {
        MenuItem resume = item("resume", () -> withSelected(model::resume));
        resume.disableProperty().bind(notResumable());
        MenuItem compare = item("compare", this::compare);
        compare.disableProperty().bind(notComparable());
        ContextMenu menu = new ContextMenu(
                item("open", () -> withSelected(model::open)),
                item("repeat", () -> withSelected(model::repeat)),
                resume,
                compare,
                item("reveal", () -> withSelected(model::reveal)),
                new SeparatorMenuItem(),
                item("copy", this::copy),
                item("csv", this::exportTable),
                new SeparatorMenuItem(),
                item("delete", () -> withSelected(handlers.confirm())));
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get("history." + key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private BooleanBinding notResumable() {
        return Bindings.createBooleanBinding(
                () -> selected().filter(model::isResumable).isEmpty(),
                table.getSelectionModel().getSelectedItems());
    }

    private BooleanBinding notComparable() {
        return Bindings.createBooleanBinding(
                () -> !isComparable(allSelected()), table.getSelectionModel().getSelectedItems());
    }

    private void compare() {
        handlers.compare().accept(allSelected().stream().map(RunSummary::folder).toList());
    }

    private static boolean isComparable(List<RunSummary> selected) {
        return !selected.isEmpty()
                && selected.size() <= MOST_COMPARED
                && selected.stream().allMatch(RunSummary::hasImages);
    }

    private HBox filters(Disposables lifetime) {
        RunFilter before = model.filterProperty().get();
        text.setId("history-filter");
        text.setPromptText(texts.get("history.filter.prompt"));
        text.setText(before.text());
        HBox.setHgrow(text, Priority.ALWAYS);
        stages.setId("history-stage");
        stages.setConverter(new OptionalConverter<>(
                texts.get("history.filter.anyStage"), stage -> texts.get("stage." + stage.key())));
        stages.getItems()
                .addAll(List.of(Optional.empty(), Optional.of(StageName.SYNTHESIS), Optional.of(StageName.SQUEEZE)));
        stages.setMinWidth(Region.USE_PREF_SIZE);
        stages.setValue(before.stage());
        states.setId("history-state");
        states.setConverter(
                new OptionalConverter<>(texts.get("history.filter.anyState"), one -> RunStateCell.words(one, texts)));
        states.getItems().add(Optional.empty());
        Arrays.stream(RunState.values()).map(Optional::of).forEach(states.getItems()::add);
        states.setMinWidth(Region.USE_PREF_SIZE);
        states.setValue(before.state());
        datasets.setId("history-dataset");
        datasets.setConverter(new OptionalConverter<>(texts.get("history.filter.anyDataset"), Function.identity()));
        datasets.setMinWidth(LEAST_CHOICE);
        datasets.setMaxWidth(MOST_CHOICE);
        lifetime.follow(this::offerDatasets, model.runs());
        datasets.setValue(before.dataset());
        text.textProperty().subscribe(this::filter);
        stages.valueProperty().subscribe(this::filter);
        states.valueProperty().subscribe(this::filter);
        datasets.valueProperty().subscribe(this::filter);
        Label count = new Label();
        count.setId("history-count");
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        lifetime.follow(
                () -> count.setText(texts.format(
                        "history.count", model.shownRuns().size(), model.runs().size())),
                model.shownRuns(),
                model.runs());
        Button refresh = button("refresh", StudioIcon.RESET, model::refresh);
        HBox row = new HBox(text, stages, states, datasets, count, refresh);
        row.getStyleClass().add("history-filters");
        return row;
    }

    private void offerDatasets() {
        List<Optional<String>> offered = new ArrayList<>();
        offered.add(Optional.empty());
        model.datasets().forEach(source -> offered.add(Optional.of(source)));
        if (!offered.equals(datasets.getItems())) {
            Optional<String> chosen = Optional.ofNullable(datasets.getValue()).flatMap(one -> one);
            datasets.getItems().setAll(offered);
            datasets.setValue(chosen.filter(one -> offered.contains(Optional.of(one))));
        }
    }

    private void filter() {
        if (stages.getValue() != null && states.getValue() != null && datasets.getValue() != null) {
            model.filterProperty()
                    .set(new RunFilter(text.getText(), stages.getValue(), states.getValue(), datasets.getValue()));
        }
    }

    private HBox buttons() {
        BooleanBinding notOne = Bindings.createBooleanBinding(
                () -> selected().isEmpty(), table.getSelectionModel().getSelectedItems());
        Button open = button("open", StudioIcon.OPEN, () -> withSelected(model::open));
        open.getStyleClass().add("likely");
        Button repeat = button("repeat", StudioIcon.REPEAT, () -> withSelected(model::repeat));
        Button resume = button("resume", StudioIcon.RESUME, () -> withSelected(model::resume));
        Button compare = button("compare", StudioIcon.COMPARE, this::compare);
        compare.setTooltip(new Tooltip(texts.get("history.compare.help")));
        compare.disableProperty().bind(notComparable());
        Button reveal = button("reveal", StudioIcon.LIBRARY, () -> withSelected(model::reveal));
        Button delete = button("delete", StudioIcon.DELETE, () -> withSelected(handlers.confirm()));
        for (Button one : new Button[] {open, repeat, reveal, delete}) {
            one.disableProperty().bind(notOne);
        }
        resume.disableProperty().bind(notResumable());
        Button copy = button("copy", StudioIcon.COPY, this::copy);
        copy.disableProperty().bind(Bindings.isEmpty(table.getSelectionModel().getSelectedItems()));
        Button csv = button("csv", StudioIcon.SAVE, this::exportTable);
        csv.disableProperty().bind(Bindings.isEmpty(table.getItems()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(open, repeat, resume, compare, reveal, delete, space, copy, csv);
        row.getStyleClass().add("history-buttons");
        return row;
    }

    private Button button(String key, StudioIcon icon, Runnable action) {
        return new ActionButton("history-" + key, texts.get("history." + key), icon, action);
    }

    private void withSelected(Consumer<RunSummary> action) {
        selected().ifPresent(action);
    }

    /** Returns the selected run; empty if several are selected. */
    private Optional<RunSummary> selected() {
        List<RunSummary> all = table.getSelectionModel().getSelectedItems();
        return all.size() == 1 ? Optional.ofNullable(all.get(0)) : Optional.empty();
    }
}
