package org.dwastudio.ui.control;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons of buttons, by meaning. Size and color come from the style sheet (style class {@code studio-icon}). */
public enum StudioIcon {
    START(BootstrapIcons.PLAY_FILL),
    PAUSE(BootstrapIcons.PAUSE_FILL),
    STEP(BootstrapIcons.SKIP_END),
    FIRST(BootstrapIcons.SKIP_START),
    STOP(BootstrapIcons.STOP_FILL),
    DARK(BootstrapIcons.MOON),
    LIGHT(BootstrapIcons.SUN),
    LANGUAGE(BootstrapIcons.GLOBE2),
    INSPECT(BootstrapIcons.ZOOM_IN),
    ZOOM_IN(BootstrapIcons.PLUS),
    ZOOM_OUT(BootstrapIcons.DASH),
    ZOOM_FIT(BootstrapIcons.ASPECT_RATIO),
    DONE(BootstrapIcons.CHECK2),
    RUNNING(BootstrapIcons.CIRCLE_FILL),
    FAILED(BootstrapIcons.EXCLAMATION_TRIANGLE),
    HELP(BootstrapIcons.QUESTION_CIRCLE),
    NEXT_ITERATION(BootstrapIcons.LIGHTNING_CHARGE),
    NEXT_COLUMN(BootstrapIcons.STOPWATCH),
    NEXT_RUN(BootstrapIcons.FLAG),
    COLLAPSED(BootstrapIcons.CHEVRON_RIGHT),
    CLOSE(BootstrapIcons.X),
    UNDO(BootstrapIcons.ARROW_90DEG_LEFT),
    REDO(BootstrapIcons.ARROW_90DEG_RIGHT),
    QUIT(BootstrapIcons.BOX_ARROW_RIGHT),
    SCALE(BootstrapIcons.GRAPH_UP),
    RANDOM(BootstrapIcons.DICE_5),
    EXPAND(BootstrapIcons.CHEVRON_DOWN),
    RESET(BootstrapIcons.ARROW_COUNTERCLOCKWISE),
    NEW(BootstrapIcons.FILE_EARMARK_PLUS),
    OPEN(BootstrapIcons.FOLDER2_OPEN),
    SAVE(BootstrapIcons.SAVE),
    EXPORT(BootstrapIcons.DOWNLOAD),
    COPY(BootstrapIcons.CLIPBOARD),
    KEYBOARD(BootstrapIcons.KEYBOARD),
    ABOUT(BootstrapIcons.INFO_CIRCLE),
    GUIDE(BootstrapIcons.BOOK),
    TRAIN(BootstrapIcons.EASEL),
    IMPORT(BootstrapIcons.BOX_ARROW_IN_DOWN),
    LIBRARY(BootstrapIcons.COLLECTION),
    DELETE(BootstrapIcons.TRASH),
    RENAME(BootstrapIcons.PENCIL),
    IMAGES(BootstrapIcons.GRID_3X3_GAP),
    CHECK(BootstrapIcons.CLIPBOARD_CHECK),
    FETCH(BootstrapIcons.CLOUD_DOWNLOAD),
    ARCHIVE(BootstrapIcons.FILE_EARMARK_ZIP),
    OPTIONS(BootstrapIcons.SLIDERS),
    CLASSES(BootstrapIcons.LIST_OL),
    DEVICE(BootstrapIcons.CPU),
    TENSORS(BootstrapIcons.LAYERS),
    DATASET_CARD(BootstrapIcons.CARD_HEADING),
    REPORT(BootstrapIcons.FILE_EARMARK_TEXT),
    ANIMATION(BootstrapIcons.FILM),
    SWEEP(BootstrapIcons.BAR_CHART_STEPS),
    RESUME(BootstrapIcons.ARROW_CLOCKWISE),
    HISTORY(BootstrapIcons.CLOCK_HISTORY),
    RECENT(BootstrapIcons.FILES),
    TAG(BootstrapIcons.TAG),
    REPEAT(BootstrapIcons.ARROW_REPEAT),
    COMPARE(BootstrapIcons.LAYOUT_THREE_COLUMNS),
    RESULTS(BootstrapIcons.BAR_CHART),
    QUEUE(BootstrapIcons.LIST_TASK),
    MOVE_UP(BootstrapIcons.ARROW_UP),
    MOVE_DOWN(BootstrapIcons.ARROW_DOWN),
    ALL_STAGES(BootstrapIcons.SKIP_FORWARD);

    private final Ikon ikon;

    StudioIcon(Ikon ikon) {
        this.ikon = ikon;
    }

    /** Returns a new node that shows this icon. */
    public FontIcon node() {
        FontIcon icon = new FontIcon(ikon);
        icon.getStyleClass().add("studio-icon");
        return icon;
    }
}
