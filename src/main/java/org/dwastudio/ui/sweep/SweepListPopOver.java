package org.dwastudio.ui.sweep;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.dwastudio.sweep.KnownSweep;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.StudioPopOver;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.screen.Messages;

/** Pop-over with the known sweeps, the newest first, and a button that chooses any folder. */
final class SweepListPopOver {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .appendPattern("HH:mm")
            .toFormatter(Locale.ROOT);
    private static final double WIDTH = 480;
    private static final double HEIGHT = 260;

    private final Messages texts;
    private final Consumer<Path> opened;
    private final TableView<KnownSweep> table = new TableView<>();
    private final Label empty = new Label();
    private final Disposables lifetime = new Disposables();
    private final StudioPopOver popOver;

    /**
     * Creates a closed pop-over.
     *
     * @param folder asks the user for a folder
     * @param opened takes the folder of the chosen sweep
     */
    SweepListPopOver(SweepLibrary library, Supplier<Optional<Path>> folder, Consumer<Path> opened, Messages texts) {
        this.texts = texts;
        this.opened = opened;
        table.setId("sweep-list");
        table.getStyleClass().add("run-table");
        table.setPrefSize(WIDTH, HEIGHT);
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        table.setPlaceholder(empty);
        column("name", 150, KnownSweep::name);
        column(
                "state",
                100,
                sweep -> texts.get("sweep.list.state." + sweep.state().name().toLowerCase(Locale.ROOT)));
        column(
                "runs",
                90,
                sweep -> sweep.planned() == 0 ? "" : texts.format("sweep.runs", sweep.done(), sweep.planned()));
        column("date", 124, sweep -> date(sweep.changed()));
        table.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                openSelected();
            }
        });
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                openSelected();
                key.consume();
            }
        });
        ActionButton open = new ActionButton(
                        "sweep-list-open", texts.get("sweep.list.open"), StudioIcon.OPEN, this::openSelected)
                .likely();
        open.disableProperty().bind(Bindings.isNull(table.getSelectionModel().selectedItemProperty()));
        ActionButton other = new ActionButton(
                "sweep-list-folder", texts.get("sweep.list.folder"), StudioIcon.OPEN, () -> folder.get()
                        .ifPresent(this::open));
        HBox buttons = new HBox(open, other);
        buttons.getStyleClass().add("run-again-buttons");
        Label title = new Label(texts.get("sweep.list.title"));
        title.getStyleClass().add("card-title");
        VBox content = new VBox(title, table, buttons);
        content.getStyleClass().add("class-popover");
        popOver = new StudioPopOver(content);
        popOver.setArrowLocation(ArrowLocation.LEFT_BOTTOM);
        popOver.setOnHidden(event -> lifetime.end());
        lifetime.follow(library.sweepsProperty(), this::show);
        library.refresh();
    }

    /** Opens next to a control. */
    void show(Node owner) {
        popOver.show(owner);
        table.requestFocus();
    }

    private void show(LoadState<List<KnownSweep>> sweeps) {
        empty.setText(
                sweeps.value().isPresent()
                        ? texts.get("sweep.list.empty")
                        : texts.get(sweeps.isFailed() ? "sweep.list.failed" : "sweep.list.reading"));
        table.getItems().setAll(sweeps.value().orElse(List.of()));
        if (!table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }

    private static String date(Instant time) {
        return TIME.format(time.atZone(ZoneId.systemDefault()));
    }

    private void column(String key, double width, Function<KnownSweep, String> text) {
        TableColumn<KnownSweep, String> column = new TableColumn<>(texts.get("sweep.list." + key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        table.getColumns().add(column);
    }

    private void openSelected() {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(sweep -> open(sweep.folder()));
    }

    private void open(Path chosen) {
        popOver.hide();
        opened.accept(chosen);
    }
}
