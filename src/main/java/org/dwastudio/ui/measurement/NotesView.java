package org.dwastudio.ui.measurement;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dwastudio.config.TuningChange;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.NumberText;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.RunPhase;

/** List of the parameter changes made during a run; before a run, of the recorded changes it will repeat. */
public final class NotesView {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final NotesViewModel model;
    private final ParametersViewModel parameters;
    private final ObservableValue<RunPhase> state;
    private final Messages texts;
    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);
    private final Card node;

    public NotesView(
            NotesViewModel model,
            ParametersViewModel parameters,
            ObservableValue<RunPhase> state,
            Messages texts,
            Disposables lifetime) {
        this.model = model;
        this.parameters = parameters;
        this.state = state;
        this.texts = texts;
        lines.getStyleClass().add("notes");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("notes-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        node = new Card(texts.get("notes.title"), scroll);
        node.getStyleClass().add("notes-card");
        lifetime.follow(this::show, model.notes(), parameters.replayedProperty(), state);
    }

    public Card node() {
        return node;
    }

    private void show() {
        List<Node> shown = new ArrayList<>();
        boolean waiting =
                !state.getValue().isActive() && !parameters.replayedProperty().isEmpty();
        if (waiting) {
            shown.add(line(texts.get("notes.waiting")));
            parameters.replayedProperty().forEach(change -> shown.add(line(words(change, Optional.empty()))));
        }
        model.notes()
                .forEach(note -> shown.add(line(words(
                        note.change(), note.time().map(time -> TIME.format(time.atZone(ZoneId.systemDefault())))))));
        if (shown.isEmpty()) {
            shown.add(line(texts.get("notes.none")));
        } else if (!waiting) {
            shown.add(line(texts.get("notes.recorded")));
        }
        lines.getChildren().setAll(shown);
        scroll.setVvalue(1);
    }

    private String words(TuningChange change, Optional<String> time) {
        String words = texts.format(
                "notes.change",
                texts.get("parameter." + change.parameter().key() + ".name"),
                NumberText.exact(change.from()),
                NumberText.exact(change.to()),
                change.column() + 1,
                Integer.toString(change.iteration()));
        return time.map(when -> when + "  " + words).orElse(words);
    }

    private static Label line(String words) {
        Label line = new Label(words);
        line.getStyleClass().add("muted");
        line.setWrapText(true);
        return line;
    }
}
