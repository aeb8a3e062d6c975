package org.dwastudio.ui.synthesis;

import java.util.Optional;
import javafx.collections.MapChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.imagegrid.ImageGrid;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.imagegrid.TileTooltip;
import org.dwastudio.ui.screen.Messages;

/** View of the image grid with its order, zoom and inspector. */
public final class ImagesView {
    /** Width from which the tools have room for their name, in pixels. */
    private static final double ROOM_FOR_WORDS = 760;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final ImagesViewModel model;
    private final Messages texts;
    private final ImageGrid grid;
    private final TileTooltip tooltip;
    private final VBox node = new VBox();
    private boolean showingOther;

    public ImagesView(
            ImagesViewModel model,
            OrderSwitch order,
            PendingColumns pending,
            Region inspector,
            TileViews tiles,
            Messages texts,
            Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        grid = new ImageGrid(texts.bundle());
        grid.flowRows();
        node.getStyleClass().add("images");
        FlowPane choices = new FlowPane(order);
        choices.getChildren().addAll(new ContentSwitch(model, texts, lifetime).parts());
        choices.getChildren().add(pendingNote(pending, lifetime));
        choices.getStyleClass().add("image-choices");
        HBox.setHgrow(choices, Priority.ALWAYS);
        HBox tools = new HBox(
                choices, columnsNote(lifetime), new ClassFilter(model.classes(), texts, lifetime), zoomTools());
        tools.getStyleClass().add("image-tools");
        VBox.setVgrow(grid, Priority.ALWAYS);
        node.getChildren().addAll(tools, grid, inspector);
        tiles.menu().installOn(grid);
        tooltip = new TileTooltip(grid, tiles::describe);
        connect(lifetime);
    }

    public VBox node() {
        return node;
    }

    /** Places a node between the grid and the inspector. */
    public void showBelowGrid(Node below) {
        node.getChildren().add(node.getChildren().indexOf(grid) + 1, below);
    }

    /** Places a node below the tools, which is shown with the nearest real images only. */
    public void showWithPairs(Node above, Disposables lifetime) {
        HBox room = new HBox(above);
        node.getChildren().add(node.getChildren().indexOf(grid), room);
        lifetime.follow(
                () -> Visibility.show(
                        room,
                        above.isVisible() && model.contents().chosenProperty().get() == GridContent.NEAREST),
                above.visibleProperty(),
                model.contents().chosenProperty());
    }

    public ImageGrid grid() {
        return grid;
    }

    private void connect(Disposables lifetime) {
        // A new shape empties the grid and its selection; the selection itself outlives that where it still fits.
        Optional<Tile> selected = Optional.ofNullable(model.selectedProperty().get());
        lifetime.follow(model.layoutProperty(), this::reshape);
        lifetime.follow(model.contents().chosenProperty(), content -> showOther());
        lifetime.follow(model.classes().rowsProperty(), grid::setRows);
        lifetime.follow(model.knownStartsProperty(), known -> redrawChange());
        MapChangeListener<ColumnSlice, ColumnImages> images = change -> {
            if (change.wasAdded()) {
                show(change.getKey(), change.getValueAdded());
            }
        };
        model.shown().addListener(images);
        lifetime.onEnd(() -> model.shown().removeListener(images));
        MapChangeListener<ColumnSlice, ImageBatch> pairs = change -> redrawPairs(change.getKey());
        model.contents().nearest().addListener(pairs);
        lifetime.onEnd(() -> model.contents().nearest().removeListener(pairs));
        selected.ifPresent(grid.selectedTileProperty()::set);
        grid.selectedTileProperty().addListener((observable, old, now) -> {
            if (!showingOther) {
                model.selectedProperty().set(now);
            }
        });
        lifetime.follow(model.selectedProperty(), grid.selectedTileProperty()::set);
        lifetime.follow(model.followedProperty(), grid::follow);
    }

    /** Shows other content of the same images: the inspector does not notice that the grid is emptied. */
    private void showOther() {
        showingOther = true;
        reshape(model.layoutProperty().get());
        showingOther = false;
        model.selectedProperty().set(grid.selectedTileProperty().get());
    }

    private void reshape(GridLayout layout) {
        Optional<Tile> selected = Optional.ofNullable(model.selectedProperty().get())
                .filter(tile -> tile.row() < layout.classNames().size() && tile.column() < layout.columns());
        grid.reset(
                layout.classNames().size(),
                layout.columns(),
                layout.height(),
                model.contents().widthOf(layout.width()),
                model.contents().channelsOf(layout.channels()),
                layout.classNames());
        grid.setRows(model.classes().rowsProperty().get());
        model.shown().forEach(this::show);
        selected.ifPresent(grid.selectedTileProperty()::set);
    }

    private void show(ColumnSlice slice, ColumnImages images) {
        if (slice.column() < model.layoutProperty().get().columns()) {
            grid.setImages(
                    slice.column(),
                    slice.firstClass(),
                    model.contents().tilesOf(slice, images.images(), model.startOf(slice)),
                    images.state());
            tooltip.refresh(slice.column());
        }
    }

    private void redrawChange() {
        if (showsChange()) {
            model.shown().forEach(this::show);
        }
    }

    private void redrawPairs(ColumnSlice slice) {
        if (model.contents().chosenProperty().get() == GridContent.NEAREST) {
            Optional.ofNullable(model.shown().get(slice)).ifPresent(images -> show(slice, images));
        }
    }

    private boolean showsChange() {
        return model.contents().chosenProperty().get() == GridContent.CHANGE;
    }

    private Label pendingNote(PendingColumns pending, Disposables lifetime) {
        Label note = new Label();
        note.setId("pending-columns");
        note.getStyleClass().add("muted");
        lifetime.follow(pending.columnsProperty(), columns -> {
            note.setVisible(columns.isPresent());
            note.setText(columns.isPresent() ? texts.format("grid.pending", columns.getAsInt()) : "");
        });
        return note;
    }

    private Label columnsNote(Disposables lifetime) {
        Label note = new Label();
        note.setId("visible-columns");
        note.getStyleClass().addAll("muted", "columns-note");
        lifetime.follow(grid.visibleColumnsProperty(), columns -> {
            boolean hidden = !columns.isAll() && columns.first() <= columns.last();
            Visibility.show(note, hidden);
            note.setText(hidden ? texts.format("grid.columns", columns.first(), columns.last(), columns.total()) : "");
        });
        return note;
    }

    private HBox zoomTools() {
        Label label = new Label(texts.get("zoom"));
        label.getStyleClass().add("muted");
        node.widthProperty().subscribe(width -> {
            boolean narrow = width.doubleValue() < ROOM_FOR_WORDS;
            Visibility.show(label, !narrow);
            node.pseudoClassStateChanged(NARROW, narrow);
        });
        HBox tools = new HBox(
                label,
                tool(StudioIcon.ZOOM_OUT, "zoom.out", grid::zoomOut),
                tool(StudioIcon.ZOOM_FIT, "zoom.fit", grid::fit),
                tool(StudioIcon.ZOOM_IN, "zoom.in", grid::zoomIn));
        tools.getStyleClass().add("zoom-tools");
        return tools;
    }

    private Button tool(StudioIcon icon, String key, Runnable action) {
        Button button = new Button();
        button.setGraphic(icon.node());
        button.getStyleClass().add("quiet-button");
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setAccessibleText(texts.get(key));
        button.setOnAction(event -> action.run());
        return button;
    }
}
