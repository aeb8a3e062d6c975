package org.dwastudio.ui.sweep;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.dwastudio.sweep.Trial;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.sweep.result.TrialTable;

/**
 * Actions on the selected trials of a table: Enter and a double-click open the run, Delete leaves waiting trials out, and
 * a menu has all of them.
 */
record TrialKeys(TrialTable table, TrialActions actions, Messages texts) {
    void install() {
        MenuItem open = item("sweep.openRun", "sweep-menu-open", this::openSelected);
        MenuItem use = item("sweep.use", "sweep-menu-use", () -> selectedOne().ifPresent(actions::useValues));
        MenuItem skip = item("sweep.skip", "sweep-menu-skip", () -> actions.skip(selected(), true));
        MenuItem take = item("sweep.take", "sweep-menu-take", () -> actions.skip(selected(), false));
        ContextMenu menu = new ContextMenu(open, use, skip, take);
        menu.setOnShowing(event -> {
            open.setDisable(selectedOne().flatMap(actions::folderOf).isEmpty());
            use.setDisable(selectedOne().isEmpty());
            skip.setDisable(selected().stream().noneMatch(trial -> actions.canSkip(trial) && !trial.isSkipped()));
            take.setDisable(selected().stream().noneMatch(Trial::isSkipped));
        });
        table.setContextMenu(menu);
        table.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                openSelected();
            }
        });
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                openSelected();
                key.consume();
            } else if (key.getCode() == KeyCode.DELETE) {
                // A second Delete takes the trials in again.
                actions.skip(selected(), !selected().stream().allMatch(Trial::isSkipped));
                key.consume();
            }
        });
    }

    private MenuItem item(String key, String id, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    private List<Trial> selected() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    private Optional<Trial> selectedOne() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void openSelected() {
        selectedOne().ifPresent(actions::openRun);
    }
}
