package org.dwastudio.ui.teacher;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.PercentText;

/** The user's teachers in a table: choose, rename in place, delete, reveal, add. */
public final class TeacherLibraryView {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private static final double PREFERRED_WIDTH = 720;
    private static final double PREFERRED_HEIGHT = 320;

    private final TeacherLibraryViewModel model;
    private final Messages texts;
    private final TableView<LibraryTeacher> table = new TableView<>();
    private final VBox node = new VBox();

    /**
     * The dialog's content.
     *
     * @param picker asks the user for a teacher's file
     * @param confirm asks whether a teacher shall be deleted, and does it
     */
    public TeacherLibraryView(
            TeacherLibraryViewModel model,
            Supplier<Optional<Path>> picker,
            Consumer<LibraryTeacher> confirm,
            Messages texts,
            Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        table.setId("teacher-table");
        table.setEditable(true);
        table.setPrefSize(PREFERRED_WIDTH, PREFERRED_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(placeholder());
        addColumns();
        lifetime.follow(() -> table.getItems().setAll(model.teachers()), model.teachers());
        VBox.setVgrow(table, Priority.ALWAYS);
        node.getStyleClass().add("teacher-library");
        node.getChildren().addAll(table, new DamagedTeachers(model, texts, lifetime).node(), buttons(picker, confirm));
    }

    public VBox node() {
        return node;
    }

    private Label placeholder() {
        Label words = new Label(texts.get("teacher.library.empty"));
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        return words;
    }

    private void addColumns() {
        TableColumn<LibraryTeacher, String> name = column("name", LibraryTeacher::name, 190);
        name.setCellFactory(TextFieldTableCell.forTableColumn());
        name.setEditable(true);
        name.setOnEditCommit(event -> model.rename(event.getRowValue(), event.getNewValue()));
        table.getColumns().add(name);
        table.getColumns()
                .add(column(
                        "network",
                        one -> texts.getOr(
                                "network." + one.network().architecture(),
                                one.network().architecture()),
                        130));
        table.getColumns().add(column("dataset", LibraryTeacher::dataset, 150));
        table.getColumns().add(column("accuracy", this::accuracyOf, 90));
        table.getColumns().add(column("date", one -> dateOf(one.modified()), 130));
    }

    private TableColumn<LibraryTeacher, String> column(
            String key, Function<LibraryTeacher, String> text, double width) {
        TableColumn<LibraryTeacher, String> column = new TableColumn<>(texts.get("teacher.library." + key));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setPrefWidth(width);
        column.setEditable(false);
        return column;
    }

    private String accuracyOf(LibraryTeacher teacher) {
        return Double.isNaN(teacher.testAccuracy())
                ? texts.get("figure.none")
                : texts.format("squeeze.percent", PercentText.of(teacher.testAccuracy()));
    }

    private static String dateOf(Instant time) {
        return DATE.format(time.atZone(ZoneId.systemDefault()));
    }

    private FlowPane buttons(Supplier<Optional<Path>> picker, Consumer<LibraryTeacher> confirm) {
        Button use = button("use", StudioIcon.DONE, () -> withSelected(one -> model.use(one.file())));
        use.getStyleClass().add("likely");
        Button rename = button("rename", StudioIcon.RENAME, this::editName);
        Button delete = button("delete", StudioIcon.DELETE, () -> withSelected(confirm));
        Button reveal = button("reveal", StudioIcon.OPEN, () -> withSelected(one -> model.reveal(one.file())));
        ObservableValue<Boolean> nothing =
                table.getSelectionModel().selectedItemProperty().isNull();
        for (Button one : new Button[] {use, rename, delete, reveal}) {
            one.disableProperty().bind(nothing);
        }
        Button add = button("add", StudioIcon.NEW, () -> picker.get().ifPresent(this::add));
        FlowPane row = new FlowPane(use, rename, delete, reveal, add);
        row.getStyleClass().add("button-row");
        return row;
    }

    private Button button(String key, StudioIcon icon, Runnable action) {
        return new ActionButton("library-" + key, texts.get("teacher.library." + key), icon, action);
    }

    private void editName() {
        table.requestFocus();
        table.edit(
                table.getSelectionModel().getSelectedIndex(), table.getColumns().get(0));
    }

    private void add(Path file) {
        String name = file.getFileName().toString();
        model.add(file, name.replaceFirst("\\.[^.]+$", ""));
    }

    private void withSelected(Consumer<LibraryTeacher> action) {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(action);
    }
}
