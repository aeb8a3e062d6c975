package org.dwastudio.ui.history;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Alignment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.run.history.RunState;
import org.dwastudio.run.history.RunSummary;
import org.dwastudio.ui.control.NumberText;
import org.dwastudio.ui.control.SubscriptLabel;
import org.dwastudio.ui.preview.RunImagesReader;
import org.dwastudio.ui.screen.ByteSizeText;
import org.dwastudio.ui.screen.Messages;

/**
 * Table of runs, sortable by a click on a header; a button at the right of the header selects the columns. Sorting and
 * columns stay when the table is opened again.
 */
final class RunTable extends TableView<RunSummary> {
    private static final double ROW = 46;
    private static final double PERCENT = 100;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .appendPattern("HH:mm")
            .toFormatter(Locale.ROOT);

    /** Columns that are hidden until the user wants them: the others fit into the dialog. */
    private static final Set<String> HIDDEN = Set.of(
            "history-best",
            "history-cosine",
            "history-start",
            "history-teacher",
            "history-size",
            "history-tags",
            "history-note");

    private final Messages texts;
    private Optional<Path> chosen = Optional.empty();

    RunTable(RunHistoryViewModel model, Messages texts) {
        this.texts = texts;
        setId("run-table");
        getStyleClass().add("run-table");
        setFixedCellSize(ROW);
        setTableMenuButtonVisible(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        addColumns(model.imagesReader());
        SortedList<RunSummary> sorted = new SortedList<>(model.shownRuns());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getSelectionModel()
                .selectedItemProperty()
                .subscribe(run -> chosen = run == null ? chosen : Optional.of(run.folder()));
        sorted.addListener((ListChangeListener<RunSummary>) change -> {
            keepChosen();
            // The table clears the selection of a replaced item after its listeners were notified.
            Platform.runLater(this::keepChosen);
        });
        restore(model.tableState());
        getSortOrder().addListener((ListChangeListener<Object>) change -> model.keepTableState(state()));
        for (TableColumn<RunSummary, ?> column : getColumns()) {
            column.sortTypeProperty().subscribe((old, now) -> model.keepTableState(state()));
            column.visibleProperty().subscribe((old, now) -> model.keepTableState(state()));
        }
    }

    private void restore(TableState state) {
        for (TableColumn<RunSummary, ?> column : getColumns()) {
            column.setVisible(state.columns()
                    .map(shown -> shown.contains(column.getId()))
                    .orElse(!HIDDEN.contains(column.getId())));
        }
        for (TableState.Sorting sorting : state.sorting()) {
            getColumns().stream()
                    .filter(column -> column.getId().equals(sorting.column()))
                    .forEach(column -> {
                        column.setSortType(sorting.descending() ? SortType.DESCENDING : SortType.ASCENDING);
                        getSortOrder().add(column);
                    });
        }
    }

    private TableState state() {
        return new TableState(
                getSortOrder().stream()
                        .map(column ->
                                new TableState.Sorting(column.getId(), column.getSortType() == SortType.DESCENDING))
                        .toList(),
                Optional.of(getColumns().stream()
                        .filter(TableColumn::isVisible)
                        .map(TableColumn::getId)
                        .collect(Collectors.toSet())));
    }

    /** Restores the selection after a run was read again, which replaces its list item. */
    private void keepChosen() {
        if (getSelectionModel().getSelectedItem() == null) {
            getItems().stream()
                    .filter(run -> chosen.filter(run.folder()::equals).isPresent())
                    .findFirst()
                    .ifPresent(getSelectionModel()::select);
        }
    }

    /** Returns ρ; not a number if it was found for every column, or if the method is distribution matching. */
    private static double givenRho(RunSummary run) {
        return run.experiment()
                .map(Experiment::synthesis)
                .filter(synthesis -> !synthesis.matching().isOn())
                .map(SynthesisConfig::adjustment)
                .filter(adjustment -> !adjustment.isAutomatic())
                .map(Adjustment::rho)
                .orElse(Double.NaN);
    }

    private void addColumns(RunImagesReader reader) {
        TableColumn<RunSummary, Path> images =
                column("images", 62, run -> run.contactSheet().orElse(null), Comparator.naturalOrder());
        images.setCellFactory(unused -> new RunImagesCell(reader));
        images.setSortable(false);
        text("name", 114, RunSummary::name);
        TableColumn<RunSummary, RunState> state = column("state", 100, RunSummary::state, Comparator.naturalOrder());
        state.setCellFactory(unused -> new RunStateCell(texts));
        TableColumn<RunSummary, Instant> date = column("date", 138, RunSummary::started, Comparator.naturalOrder());
        date.setCellFactory(unused -> cell(time -> TIME.format(time.atZone(ZoneId.systemDefault()))));
        text("dataset", 90, run -> placeName(RunFilter.datasetOf(run), DatasetConfig.BUNDLED));
        parameter("ipc", 44, SynthesisConfig.IMAGES_PER_CLASS);
        number("rho", 52, RunTable::givenRho, NumberText::exact);
        parameter("steps", 40, Adjustment.ASCENT_STEPS);
        parameter("lambda", 50, Alignment.BATCH_NORM_WEIGHT);
        parameter("learningRate", 54, SynthesisOptimizer.LEARNING_RATE);
        parameter("iterations", 78, SynthesisConfig.ITERATIONS);
        number(
                "seed",
                54,
                run -> run.experiment().map(one -> (double) one.seed()).orElse(Double.NaN),
                NumberText::exact);
        number("last", 72, run -> ofStudents(run, run.figures().lastAccuracy()), RunTable::percent);
        number("best", 72, run -> ofStudents(run, run.figures().bestAccuracy()), RunTable::percent);
        number("vendi", 54, run -> run.figures().vendi(), RunTable::twoDigits);
        number("cosine", 60, run -> run.figures().cosine(), RunTable::twoDigits);
        number(
                "teacherTop",
                78,
                run -> run.hasImages() ? Double.NaN : run.figures().bestAccuracy(),
                RunTable::percent);
        text("start", 110, run -> run.synthesis()
                .map(one -> texts.get("choice.start."
                        + one.synthesis().initialization().start().name().toLowerCase(Locale.ROOT)))
                .orElse(""));
        text("teacher", 130, this::teacher);
        number("size", 74, run -> run.bytes(), bytes -> ByteSizeText.format((long) bytes));
        text("tags", 80, run -> run.notes().tagLine());
        text("note", 170, run -> run.notes().note().replaceAll("\\R", " "));
    }

    /** Returns an accuracy of students; that of a teacher is not one of distilled images. */
    private static double ofStudents(RunSummary run, double accuracy) {
        return run.hasImages() ? accuracy : Double.NaN;
    }

    private String teacher(RunSummary run) {
        return run.squeeze()
                .map(one -> texts.getOr(
                        "network." + one.squeeze().network().architecture(),
                        one.squeeze().network().architecture()))
                .orElseGet(() -> placeName(RunFilter.teacherOf(run), TeacherConfig.BUNDLED));
    }

    /** Returns the display name of a source: "bundled" for a bundled one, else the last part of the path. */
    private String placeName(String source, String bundled) {
        if (source.equals(bundled)) {
            return texts.get("history.bundled");
        }
        return source.replaceFirst("^.*[/\\\\](?=[^/\\\\])", "");
    }

    private void parameter(String key, double width, Parameter<SynthesisConfig> parameter) {
        TableColumn<RunSummary, SettingValue> column = column(
                key,
                width,
                run -> run.synthesis()
                        .map(one -> SettingValue.of(parameter, one))
                        .orElse(SettingValue.NONE),
                Comparator.naturalOrder());
        column.getStyleClass().add("number-column");
        String none = texts.get("figure.none");
        column.setCellFactory(unused -> cell(setting -> {
            if (Double.isNaN(setting.value())) {
                return none;
            }
            String number = NumberText.exact(setting.value());
            return setting.changed() ? texts.format("history.changed", number) : number;
        }));
    }

    private void text(String key, double width, Function<RunSummary, String> value) {
        TableColumn<RunSummary, String> column = column(key, width, value, String.CASE_INSENSITIVE_ORDER);
        column.setCellFactory(unused -> cell(text -> text));
    }

    private void number(String key, double width, ToDoubleFunction<RunSummary> value, DoubleFunction<String> text) {
        TableColumn<RunSummary, Double> column =
                column(key, width, value::applyAsDouble, Comparator.comparingDouble(RunTable::nothingIsLeast));
        column.getStyleClass().add("number-column");
        String none = texts.get("figure.none");
        column.setCellFactory(unused -> cell(number -> Double.isNaN(number) ? none : text.apply(number)));
    }

    private static double nothingIsLeast(double number) {
        return Double.isNaN(number) ? Double.NEGATIVE_INFINITY : number;
    }

    private <T> TableColumn<RunSummary, T> column(
            String key, double width, Function<RunSummary, T> value, Comparator<? super T> order) {
        String name = texts.get("history.column." + key);
        TableColumn<RunSummary, T> column = new TableColumn<>(SubscriptLabel.baseOf(name));
        column.setGraphic(SubscriptLabel.subscriptOf(name));
        column.setId("history-" + key);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setComparator(Comparator.nullsFirst(order));
        getColumns().add(column);
        return column;
    }

    private static <T> TableCell<RunSummary, T> cell(Function<T, String> text) {
        return new TableCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                String words = empty || item == null ? "" : text.apply(item);
                setText(words);
                setTooltip(words.isEmpty() ? null : new Tooltip(words));
            }
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", PERCENT * share);
    }

    private static String twoDigits(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
