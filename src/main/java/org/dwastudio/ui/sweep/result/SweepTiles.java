package org.dwastudio.ui.sweep.result;

import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.dwastudio.sweep.Trial;
import org.dwastudio.sweep.analysis.Difference;
import org.dwastudio.ui.control.FigureTile;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.sweep.work.SweepStanding;

/** Tiles with the figures of a sweep that are read at a glance. */
public final class SweepTiles {
    private static final String NONE = "–";

    private final Messages texts;
    private final FigureTile runs;
    private final FigureTile best;
    private final FigureTile overPreset;
    private final FigureTile overRandom;
    private final FigureTile test;
    private final HBox node;

    /** Creates tiles without figures. */
    public SweepTiles(Messages texts) {
        this.texts = texts;
        runs = tile("runs");
        best = tile("best");
        overPreset = tile("overPreset");
        overRandom = tile("overRandom");
        test = tile("test");
        node = new HBox(runs, best, overPreset, overRandom, test);
        node.getStyleClass().add("sweep-tiles");
    }

    private FigureTile tile(String key) {
        FigureTile tile = new FigureTile(texts.get("sweep.tile." + key), NONE);
        tile.setId("sweep-tile-" + key);
        tile.setMinWidth(0);
        tile.setPrefWidth(0);
        HBox.setHgrow(tile, Priority.ALWAYS);
        return tile;
    }

    /** Returns the tiles. */
    public HBox node() {
        return node;
    }

    /** Shows the figures of a sweep. */
    public void show(Optional<SweepStanding> now) {
        runs.valueProperty()
                .set(now.map(SweepStanding::progress)
                        .map(progress -> texts.format("sweep.runs", progress.doneRuns(), progress.plannedRuns()))
                        .orElse(NONE));
        boolean heldOut = now.filter(one -> !one.content().sweep().objective().needsStudents())
                .isEmpty();
        best.captionProperty().set(texts.get(heldOut ? "sweep.tile.best" : "sweep.tile.bestVendi"));
        best.valueProperty()
                .set(now.flatMap(one -> one.analysis().best().map(trial -> new ScoreText(
                                        one.content().sweep().objective())
                                .score(trial.score())))
                        .orElse(NONE));
        show(overPreset, now, Trial.Kind.PRESET);
        show(overRandom, now, Trial.Kind.RANDOM_REAL);
        test.valueProperty()
                .set(texts.get(
                        now.filter(SweepStanding::isTested).isPresent() ? "sweep.test.used" : "sweep.test.unused"));
    }

    private static String key(Difference difference) {
        if (!difference.isTested()) {
            return "sweep.difference.single";
        }
        return difference.isReal() ? "sweep.difference.real" : "sweep.difference.open";
    }

    private void show(FigureTile tile, Optional<SweepStanding> now, Trial.Kind kind) {
        Optional<Difference> found = now.flatMap(one -> one.analysis().over(kind));
        boolean isBest = now.flatMap(one -> one.analysis().best())
                .filter(trial -> trial.kind() == kind)
                .isPresent();
        tile.valueProperty()
                .set(found.map(difference -> texts.format(
                                key(difference),
                                new ScoreText(now.orElseThrow()
                                                .content()
                                                .sweep()
                                                .objective())
                                        .points(difference.points())))
                        .orElse(isBest ? texts.get("sweep.difference.none") : NONE));
    }
}
