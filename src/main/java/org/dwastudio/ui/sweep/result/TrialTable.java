package org.dwastudio.ui.sweep.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.dwastudio.config.sweep.Objective;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.metric.significance.MeanInterval;
import org.dwastudio.sweep.Trial;
import org.dwastudio.ui.preview.PreviewSize;
import org.dwastudio.ui.preview.RunImagesReader;
import org.dwastudio.ui.preview.RunThumbnail;
import org.dwastudio.ui.screen.DurationText;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.sweep.focus.TrialFocus;
import org.dwastudio.ui.sweep.setup.SweepChoices;
import org.dwastudio.ui.sweep.work.SweepStanding;
import org.jspecify.annotations.Nullable;

/** Table of the trials of a sweep, the best first, sortable by a click on a header. */
public final class TrialTable extends TableView<Trial> {
    private static final double ROW = 30;
    private static final double THUMBNAIL = 92;
    private static final double IMAGES = THUMBNAIL + 12;
    private static final double STATE = 72;
    private static final double SCROLL_BAR = 18;
    private static final int LONG_TEXT = 8;
    private static final int DIGITS = 6;

    private final Messages texts;
    private final TrialText words;
    private final RunImagesReader images;
    private final Function<Trial, Optional<Path>> folder;
    private final List<TrialRow> rows = new ArrayList<>();
    private final ObservableList<Trial> trials = FXCollections.observableArrayList();
    private Optional<SweepStanding> shown = Optional.empty();
    private List<SweptParameter> parameters = List.of();

    /**
     * Creates an empty table.
     *
     * @param images reads images in the background
     * @param folder returns the folder of the first run of a trial
     * @param focus trials that are marked, and takes the hovered row
     */
    public TrialTable(
            RunImagesReader images, Function<Trial, Optional<Path>> folder, TrialFocus focus, Messages texts) {
        this.texts = texts;
        this.images = images;
        this.folder = folder;
        words = new TrialText(texts);
        setId("sweep-table");
        getStyleClass().add("run-table");
        setFixedCellSize(ROW);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Label empty = new Label(texts.get("sweep.table.empty"));
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        setPlaceholder(empty);
        SortedList<Trial> sorted = new SortedList<>(trials);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setRowFactory(unused -> {
            TrialRow row = new TrialRow(focus);
            rows.add(row);
            return row;
        });
        widthProperty().subscribe(this::fit);
        addColumns(List.of());
    }

    /** Gives the state all space that is left; without enough of it the Vendi score makes room first, then the images. */
    private void fit() {
        if (getWidth() <= 0 || getColumns().isEmpty()) {
            return;
        }
        double left = getWidth() - SCROLL_BAR;
        for (TableColumn<Trial, ?> column : getColumns()) {
            left -= column.getId().equals("sweep-state") ? 0 : column.getWidth();
        }
        for (String hidden : List.of("sweep-vendi", "sweep-images")) {
            for (TableColumn<Trial, ?> column : getColumns()) {
                if (column.getId().equals(hidden)) {
                    column.setVisible(left >= STATE);
                    left += column.isVisible() ? 0 : column.getWidth();
                }
            }
        }
        double width = Math.max(STATE, left);
        getColumns().stream()
                .filter(column -> column.getId().equals("sweep-state"))
                .forEach(column -> column.setPrefWidth(width));
    }

    /** Marks the hovered trial and those that brushes keep. */
    public void mark() {
        rows.forEach(TrialRow::mark);
    }

    /** Shows the trials of a sweep; keeps the order and the selection. */
    public void show(Optional<SweepStanding> now) {
        Set<String> selected =
                getSelectionModel().getSelectedItems().stream().map(Trial::key).collect(Collectors.toSet());
        shown = now;
        List<SweptParameter> varied =
                now.map(one -> one.content().sweep().parameters()).orElse(List.of());
        if (!varied.equals(parameters)) {
            addColumns(varied);
        }
        now.ifPresent(one -> nameScore(one.content().sweep().objective()));
        trials.setAll(now.map(TrialTable::ordered).orElse(List.of()));
        refresh();
        getItems().stream().filter(trial -> selected.contains(trial.key())).forEach(getSelectionModel()::select);
    }

    private void nameScore(Objective objective) {
        getColumns().stream()
                .filter(column -> column.getId().equals("sweep-score"))
                .forEach(column -> column.setText(new SweepChoices(texts).score(objective)));
    }

    /** Returns the ranked trials, the best first, then the others in their order. */
    private static List<Trial> ordered(SweepStanding now) {
        List<Trial> ordered = new ArrayList<>(now.analysis().ranking());
        now.progress().trials().stream()
                .filter(trial -> !ordered.contains(trial))
                .forEach(ordered::add);
        return ordered;
    }

    private void addColumns(List<SweptParameter> varied) {
        parameters = varied;
        getColumns().clear();
        column("rank", 54, this::rank, rank -> rank == 0 ? "–" : Integer.toString(rank), true);
        TableColumn<Trial, String> trialName = column("trial", 100, words::shortName, text -> text, false);
        trialName.setComparator(Comparator.comparing(TrialTable::numbered));
        TableColumn<Trial, Optional<Path>> preview = new TableColumn<>(texts.get("sweep.column.images"));
        preview.setId("sweep-images");
        preview.setPrefWidth(IMAGES);
        preview.setSortable(false);
        // The run of random real images is that of the preset, whose images are distilled.
        preview.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(Optional.of(cell.getValue())
                .filter(trial -> trial.kind() != Trial.Kind.RANDOM_REAL)
                .flatMap(folder)));
        preview.setCellFactory(unused -> new ThumbnailCell(images));
        getColumns().add(preview);
        SweepChoices names = new SweepChoices(texts);
        for (SweptParameter parameter : varied) {
            TableColumn<Trial, String> column =
                    column("value-" + parameter.key(), 66, trial -> value(trial, parameter), text -> text, true);
            column.setText(names.symbol(parameter.key()).replace("_", ""));
            column.setComparator(Comparator.comparingDouble(text -> place(parameter, text)));
        }
        number("score", 98, trial -> trial.score().mean(), trial -> score().score(trial.score()));
        number("vendi", 60, trial -> trial.vendi().mean(), trial -> mean(trial.vendi()));
        number(
                "time",
                68,
                Trial::seconds,
                trial -> trial.seconds() > 0 ? DurationText.format(trial.seconds(), texts) : "–");
        column(
                "state",
                STATE,
                trial -> shown.map(now -> words.state(trial, now)).orElse(""),
                text -> text,
                false);
        fit();
    }

    private static String mean(MeanInterval score) {
        return score.count() == 0 ? "–" : ScoreText.number(score.mean(), 1);
    }

    private ScoreText score() {
        return new ScoreText(shown.orElseThrow().content().sweep().objective());
    }

    private int rank(Trial trial) {
        return shown.map(now -> now.analysis().ranking().indexOf(trial) + 1).orElse(0);
    }

    /** Returns numbers of equal length, so that trial 10 is sorted after trial 2, and names after all of them. */
    private static String numbered(String name) {
        return name.chars().allMatch(Character::isDigit)
                ? "0".repeat(Math.max(0, DIGITS - name.length())) + name
                : name;
    }

    /** Returns the value of a setting; random real images have none, and the preset that of the experiment. */
    private String value(Trial trial, SweptParameter parameter) {
        Map<String, String> values = trial.kind() == Trial.Kind.PRESET
                ? shown.map(now -> now.analysis().presetValues()).orElse(Map.of())
                : trial.candidate().values();
        return values.getOrDefault(parameter.key(), "–");
    }

    private static double place(SweptParameter parameter, String text) {
        return text.equals("–") ? -1 : parameter.placeOf(text);
    }

    private void number(String key, double width, ToDoubleFunction<Trial> value, Function<Trial, String> text) {
        TableColumn<Trial, Trial> column = column(key, width, trial -> trial, text, true);
        column.setComparator(Comparator.comparingDouble(trial -> {
            double number = value.applyAsDouble(trial);
            return Double.isNaN(number) ? Double.NEGATIVE_INFINITY : number;
        }));
    }

    private <V> TableColumn<Trial, V> column(
            String key, double width, Function<Trial, V> value, Function<V, String> text, boolean isNumber) {
        TableColumn<Trial, V> column = new TableColumn<>(texts.getOr("sweep.column." + key, ""));
        column.setId("sweep-" + key);
        column.setPrefWidth(width);
        if (isNumber) {
            column.getStyleClass().add("number-column");
        }
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(unused -> new TextCell<>(text));
        getColumns().add(column);
        return column;
    }

    private static final class TextCell<V> extends TableCell<Trial, V> {
        private final Function<V, String> text;

        TextCell(Function<V, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable V value, boolean empty) {
            super.updateItem(value, empty);
            String now = value == null || empty ? "" : text.apply(value);
            setText(now);
            setTooltip(now.length() > LONG_TEXT ? new Tooltip(now) : null);
        }
    }

    private static final class ThumbnailCell extends TableCell<Trial, Optional<Path>> {
        private static final PreviewSize MOST = new PreviewSize(1, 5);
        private final RunThumbnail thumbnail;

        ThumbnailCell(RunImagesReader reader) {
            thumbnail = new RunThumbnail(reader, MOST, THUMBNAIL, ROW - 4);
        }

        @Override
        protected void updateItem(Optional<Path> run, boolean empty) {
            super.updateItem(run, empty);
            Optional<Path> now = empty ? Optional.empty() : Objects.requireNonNullElse(run, Optional.<Path>empty());
            thumbnail.setRun(now);
            setGraphic(now.isEmpty() ? null : thumbnail);
        }
    }
}
