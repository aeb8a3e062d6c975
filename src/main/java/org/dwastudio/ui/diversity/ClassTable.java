package org.dwastudio.ui.diversity;

import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.dwastudio.stage.inspection.ClassMetrics;
import org.dwastudio.stage.inspection.SetMetrics;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.theme.ChartColor;
import org.dwastudio.ui.theme.ClassColors;
import org.dwastudio.ui.theme.ThemeColors;

/** Table of classes, the least diverse compared with real images first; headings sort. */
final class ClassTable extends TableView<ClassMetrics> {
    private static final double ROW = 30;
    private static final double DOT = 4;
    /** Share below which a percentage has a decimal. */
    private static final double SMALL_SHARE = 0.1;

    private static final double NAME = 112;
    private static final double NUMBER = 98;
    private static final double COPIES = 66;
    /** Free space at the end of the longest bar. */
    private static final double HEADROOM = 1.1;

    private final Messages texts;
    private final ThemeColors palette = new ThemeColors(this::refresh);
    private final ClassColors colors = new ClassColors(palette);

    /**
     * Metric of a column.
     *
     * @param least value of an empty bar
     */
    private record Shown(String key, ChartColor color, ToDoubleFunction<SetMetrics> value, double least) {
        String text(double number) {
            return least == 0 ? percent(number) : ClassTable.number(number);
        }
    }

    ClassTable(Messages texts) {
        this.texts = texts;
        setId("class-diversity");
        getStyleClass().add("class-diversity");
        setFixedCellSize(ROW);
        Label none = new Label(texts.get("classDiversity.none"));
        none.getStyleClass().addAll("muted", "class-diversity-none");
        none.setWrapText(true);
        setPlaceholder(none);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getChildren().add(palette);
        getColumns().add(names());
        getColumns().add(numbers(new Shown("coverage", ChartColor.BLUE, set -> orNan(set.coverage()), 0)));
        getColumns().add(numbers(new Shown("vendi", ChartColor.VIOLET, SetMetrics::vendiScore, 1)));
        getColumns().add(copies());
    }

    private static double orNan(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    private TableColumn<ClassMetrics, ClassMetrics> column(String key, double width) {
        TableColumn<ClassMetrics, ClassMetrics> column = new TableColumn<>();
        Label heading = new Label(texts.get("classDiversity." + key));
        heading.setTooltip(new Tooltip(texts.get("classDiversity." + key + ".help")));
        column.setGraphic(heading);
        column.setId("class-diversity-" + key);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setReorderable(false);
        return column;
    }

    private TableColumn<ClassMetrics, ClassMetrics> names() {
        TableColumn<ClassMetrics, ClassMetrics> column = column("class", NAME);
        column.setComparator(Comparator.comparing(ClassMetrics::className, String.CASE_INSENSITIVE_ORDER));
        column.setCellFactory(owner -> new TableCell<>() {
            @Override
            protected void updateItem(ClassMetrics item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? "" : item.className());
                setGraphic(empty ? null : new Circle(DOT, colors.of(item.label())));
            }
        });
        return column;
    }

    private TableColumn<ClassMetrics, ClassMetrics> numbers(Shown shown) {
        TableColumn<ClassMetrics, ClassMetrics> column = column(shown.key(), NUMBER);
        column.setComparator(Comparator.comparingDouble(metrics -> shown.value().applyAsDouble(metrics.distilled())));
        column.setCellFactory(owner -> new TableCell<>() {
            @Override
            protected void updateItem(ClassMetrics item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(empty ? null : bar(shown, item));
            }
        });
        return column;
    }

    private HBox bar(Shown shown, ClassMetrics metrics) {
        double value = shown.value().applyAsDouble(metrics.distilled());
        double real = shown.value().applyAsDouble(metrics.real());
        double least = shown.least();
        double full = least + HEADROOM * (largest(shown) - least);
        Label number = new Label(shown.text(value));
        number.getStyleClass().add("pair-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.setTooltip(new Tooltip(texts.format("classDiversity.values", shown.text(value), shown.text(real))));
        HBox cell = new HBox(
                new MetricBar((value - least) / (full - least), (real - least) / (full - least), shown.color()),
                number);
        cell.getStyleClass().add("metric-cell");
        cell.setAlignment(Pos.CENTER_LEFT);
        return cell;
    }

    /** Returns the largest value of the table, so that all bars of a column have one scale. */
    private double largest(Shown shown) {
        return getItems().stream()
                .flatMap(metrics -> Stream.of(metrics.distilled(), metrics.real()))
                .mapToDouble(shown.value())
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(1);
    }

    private TableColumn<ClassMetrics, ClassMetrics> copies() {
        TableColumn<ClassMetrics, ClassMetrics> column = column("copies", COPIES);
        // In a small table the other columns become narrower, of which none has a heading as wide as its cells.
        column.setMinWidth(COPIES);
        column.setComparator(Comparator.comparingDouble(
                metrics -> metrics.distilled().nearCopies().orElse(-1)));
        column.setCellFactory(owner -> new TableCell<>() {
            @Override
            protected void updateItem(ClassMetrics item, boolean empty) {
                super.updateItem(item, empty);
                setAlignment(Pos.CENTER_RIGHT);
                setText(empty ? "" : whole(item.distilled().nearCopies()));
            }
        });
        return column;
    }

    static String whole(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.0f", value.getAsDouble()) : "–";
    }

    static String percent(double share) {
        String pattern = share < SMALL_SHARE ? "%.1f %%" : "%.0f %%";
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, pattern, 100 * share);
    }

    static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }
}
