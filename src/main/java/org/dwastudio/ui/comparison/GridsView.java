package org.dwastudio.ui.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.dwastudio.event.ColumnState;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.imagegrid.GridLink;
import org.dwastudio.ui.imagegrid.ImageGrid;
import org.dwastudio.ui.screen.Messages;

/** View of the image grids of all runs, which scroll, zoom and select together. */
final class GridsView {
    private final ComparisonViewModel model;
    private final Messages texts;
    private final VBox node = new VBox();
    private final Map<RunContent, ImageGrid> grids = new HashMap<>();
    private List<RunContent> shown = List.of();

    GridsView(ComparisonViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        node.setId("comparison-images");
        node.setMinHeight(0);
        lifetime.follow(model.contentProperty(), this::show);
        lifetime.follow(model.line().imagesProperty(), images -> showImages());
    }

    VBox node() {
        return node;
    }

    private void show(ComparisonContent content) {
        shown = content.runs();
        grids.clear();
        GridPane row = RunColumns.grid(content.columns().size());
        RowConstraints height = new RowConstraints();
        height.setVgrow(Priority.ALWAYS);
        height.setFillHeight(true);
        row.getRowConstraints().add(height);
        VBox.setVgrow(row, Priority.ALWAYS);
        List<ImageGrid> linked = new ArrayList<>();
        for (int column = 0; column < content.columns().size(); column++) {
            Optional<RunContent> run = content.columns().get(column).content();
            if (run.isPresent()) {
                boolean leads = linked.isEmpty();
                ImageGrid grid = grid(run.get(), leads);
                // The names of the first grid stand in the gutter.
                row.add(grid, leads && column == 0 ? 0 : column + 1, 0, leads && column == 0 ? 2 : 1, 1);
                linked.add(grid);
                grids.put(run.get(), grid);
            }
        }
        GridLink.link(linked);
        node.getChildren().setAll(row);
        showImages();
    }

    private ImageGrid grid(RunContent run, boolean leads) {
        GridShape shape = run.shape();
        boolean named = leads || !shape.classNames().equals(shown.get(0).shape().classNames());
        ImageGrid grid = new ImageGrid(texts.bundle());
        grid.setMinSize(0, 60);
        grid.setPrefSize(0, 0);
        grid.preferWhole();
        if (leads) {
            grid.reserveNameWidth(RunColumns.GUTTER + RunColumns.GAP);
        }
        grid.reset(
                shape.classNames().size(),
                shape.columns(),
                shape.height(),
                shape.width(),
                shape.channels(),
                named ? shape.classNames() : List.of());
        grid.setAccessibleText(
                texts.format("comparison.grid", run.run().label(), run.run().name()));
        put(grid, run.lastImages());
        return grid;
    }

    private void showImages() {
        grids.forEach((run, grid) -> {
            List<ImageSlice> images = model.line()
                    .imagesProperty()
                    .get()
                    .getOrDefault(run.run().directory().folder(), List.of());
            put(grid, images);
        });
    }

    private static void put(ImageGrid grid, List<ImageSlice> images) {
        for (ImageSlice slice : images) {
            grid.setImages(slice.column(), slice.firstClass(), slice.images(), ColumnState.STOPPED);
        }
    }
}
