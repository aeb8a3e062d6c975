package org.dwastudio.ui.squeeze;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.dwastudio.config.Experiment;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.control.WarningLabel;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ChoiceButton;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.PercentText;
import org.dwastudio.ui.teacher.TeacherLibraryViewModel;
import org.dwastudio.ui.teacher.WeakTeacher;

/** The teachers that a training has left, to be added to the library. Hidden while there are none. */
final class TrainedTeacherCard {
    private final SqueezeViewModel squeeze;
    private final TeacherLibraryViewModel library;
    private final ObservableValue<OptionalInt> classes;
    private final Messages texts;
    private final ObjectProperty<Boolean> best = new SimpleObjectProperty<>(this, "best", true);
    private final TextField name = new TextField();
    private final WarningLabel weak = new WarningLabel("trained-weak");
    private final Card card;

    /** @param classes number of classes of the dataset; empty until it is known */
    TrainedTeacherCard(
            SqueezeViewModel squeeze,
            TeacherLibraryViewModel library,
            ObservableValue<OptionalInt> classes,
            Messages texts,
            Disposables lifetime) {
        this.squeeze = squeeze;
        this.library = library;
        this.classes = classes;
        this.texts = texts;
        ChoiceButton<Boolean> which = new ChoiceButton<>(
                List.of(true, false),
                choice -> texts.get(choice ? "squeeze.trained.best" : "squeeze.trained.last"),
                best,
                lifetime);
        which.setMinWidth(ChoiceButton.USE_PREF_SIZE);
        which.setAccessibleText(texts.get("squeeze.trained.which"));
        name.setId("trained-name");
        name.getStyleClass().add("name-field");
        name.setPromptText(texts.get("teacher.name"));
        name.setAccessibleText(texts.get("teacher.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        Button use = new ActionButton("use-trained", texts.get("squeeze.trained.use"), StudioIcon.DONE, this::useChosen)
                .likely();
        use.disableProperty().bind(name.textProperty().map(String::isBlank));
        HBox choice = new HBox(name, which);
        choice.getStyleClass().add("name-row");
        card = new Card(texts.get("squeeze.trained.title"), choice, weak, use);
        card.setId("trained");
        lifetime.follow(squeeze.trainedProperty(), this::show);
        lifetime.follow(this::showWeakness, squeeze.trainedProperty(), best, classes);
    }

    Card node() {
        return card;
    }

    private void show(Optional<SqueezedTeacher> trained) {
        Visibility.show(card, trained.isPresent());
        trained.ifPresent(teacher -> {
            card.subtitleProperty()
                    .set(texts.format(
                            "squeeze.trained.detail",
                            teacher.epochs(),
                            PercentText.of(teacher.bestAccuracy()),
                            PercentText.of(teacher.lastAccuracy())));
            name.setText(suggestedName());
        });
    }

    private void showWeakness() {
        OptionalInt known = classes.getValue();
        weak.warn(squeeze.trainedProperty()
                .get()
                .filter(teacher -> known.isPresent())
                .flatMap(teacher ->
                        WeakTeacher.of(best.get() ? teacher.bestAccuracy() : teacher.lastAccuracy(), known.getAsInt()))
                .map(warning -> warning.words(texts))
                .orElse(""));
    }

    private String suggestedName() {
        Optional<Experiment> experiment = squeeze.experimentProperty().get();
        return experiment
                .map(one -> one.name() + "-" + one.squeeze().network().architecture())
                .orElse("");
    }

    private void useChosen() {
        squeeze.trainedProperty()
                .get()
                .ifPresent(teacher -> library.addAndUse(
                        best.get() ? teacher.best() : teacher.last(),
                        name.getText().strip()));
    }
}
