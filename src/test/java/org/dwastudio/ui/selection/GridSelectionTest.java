package org.dwastudio.ui.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.imagegrid.ImageGrid;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.selection.ImageSelection.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class GridSelectionTest {
    private final ImageSelection selection = new ImageSelection();
    private final Disposables lifetime = new Disposables();
    private ImageGrid grid;

    @Start
    void show(Stage stage) {
        grid = new ImageGrid(ResourceBundle.getBundle("org.dwastudio.ui.messages", Locale.ROOT));
        grid.reset(3, 4, 2, 2, 1, List.of("Shirt", "Bag", "Boot"));
        GridSelection.link(selection, grid, lifetime);
        stage.setScene(new Scene(new StackPane(grid), 500, 400));
        stage.show();
        stage.toFront();
    }

    @Test
    void theTileUnderTheMouseIsHoveredUntilTheMouseLeavesTheTiles(FxRobot robot) {
        Bounds bounds = grid.localToScreen(grid.boundsOf(new Tile(1, 2)));
        robot.moveTo(bounds.getCenterX(), bounds.getCenterY());
        assertThat(selection.hoveredProperty().get()).contains(new Tile(1, 2));
        assertThat(grid.hoveredTileProperty().get()).contains(new Tile(1, 2));

        robot.moveTo(grid.localToScreen(3, 3));
        assertThat(selection.hoveredProperty().get()).isEmpty();
    }

    @Test
    void imagesThatAreHoveredOrMarkedElsewhereAreFramed(FxRobot robot) {
        robot.interact(() -> selection.hoveredProperty().set(Optional.of(new Tile(0, 1))));
        robot.interact(() -> selection.mark(Set.of(new Tile(2, 3)), Effect.REPLACE));

        assertThat(grid.hoveredTileProperty().get()).contains(new Tile(0, 1));
        assertThat(grid.markedTilesProperty().get()).containsExactly(new Tile(2, 3));

        lifetime.end();
        robot.interact(selection::clear);
        assertThat(grid.markedTilesProperty().get()).containsExactly(new Tile(2, 3));
    }
}
