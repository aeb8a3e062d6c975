package org.dwastudio.ui.comparison.newest;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.dwastudio.run.history.RunSummary;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.screen.Messages;

/** View of the newest runs: two are ticked, and a button compares those that are. */
public final class NewestRunsView {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .appendPattern("HH:mm")
            .toFormatter(Locale.ROOT);
    private static final int FEWEST = 2;
    private static final int MOST = 4;

    private final Messages texts;
    private final List<Choice> choices = new ArrayList<>();
    private final VBox boxes = new VBox();
    private final ActionButton compare;
    private final VBox node;

    /** Run with the box that ticks it. */
    private record Choice(Path folder, CheckBox box) {}

    /** @param compared takes the ticked runs */
    public NewestRunsView(NewestRuns model, Consumer<List<Path>> compared, Messages texts, Disposables lifetime) {
        this.texts = texts;
        boxes.getStyleClass().add("newest-runs");
        compare = new ActionButton(
                        "comparison-newest",
                        texts.get("comparison.newest.compare"),
                        StudioIcon.COMPARE,
                        () -> compared.accept(ticked()))
                .likely();
        Label title = new Label(texts.get("comparison.newest.title"));
        title.getStyleClass().add("card-title");
        node = new VBox(title, boxes, compare);
        node.getStyleClass().add("newest-runs");
        node.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        lifetime.follow(model.runsProperty(), this::show);
    }

    /** Returns the view, which is hidden while there are fewer than two runs. */
    public VBox node() {
        return node;
    }

    private void show(LoadState<List<RunSummary>> runs) {
        List<RunSummary> newest = runs.value().orElse(List.of());
        choices.clear();
        for (RunSummary run : newest) {
            CheckBox box = new CheckBox(texts.format("comparison.newest.run", run.name(), date(run.started())));
            box.setSelected(choices.size() < FEWEST);
            box.selectedProperty().subscribe(() -> choose());
            choices.add(new Choice(run.folder(), box));
        }
        boxes.getChildren().setAll(choices.stream().map(Choice::box).toList());
        Visibility.show(node, newest.size() >= FEWEST);
        choose();
    }

    private void choose() {
        int number = ticked().size();
        compare.setDisable(number < FEWEST);
        choices.forEach(choice ->
                choice.box().setDisable(number >= MOST && !choice.box().isSelected()));
    }

    private List<Path> ticked() {
        return choices.stream()
                .filter(choice -> choice.box().isSelected())
                .map(Choice::folder)
                .toList();
    }

    private static String date(Instant time) {
        return TIME.format(time.atZone(ZoneId.systemDefault()));
    }
}
