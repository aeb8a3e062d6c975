package org.dwastudio.ui.teacher;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import org.dwastudio.engine.TeacherSummary;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.WarningLabel;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.screen.Messages;

/** Card of the teacher that images are synthesized from. */
public final class TeacherCard {
    /** torchvision's ResNet has this many channels in its first stage; others are shown as its fraction. */
    private static final int FULL_WIDTH = 64;

    private final TeacherViewModel model;
    private final Messages texts;
    private final WarningLabel weak = new WarningLabel("teacher-weak");
    private final Card card = new Card("", weak);

    /** @param picker chooses another teacher; stands at the right of the title */
    public TeacherCard(TeacherViewModel model, MenuButton picker, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        card.addPicker(picker);
        lifetime.follow(model.factsProperty(), this::show);
    }

    public Card node() {
        return card;
    }

    private void show(LoadState<TeacherSummary> loaded) {
        weak.warn(loaded.value()
                .flatMap(TeacherCard::weakness)
                .map(known -> known.words(texts))
                .orElse(""));
        loaded.value().ifPresentOrElse(this::showFacts, () -> {
            card.titleProperty().set(texts.get("teacher.title"));
            card.subtitleProperty().set(texts.get(loaded.isFailed() ? "teacher.failed" : "teacher.loading"));
        });
    }

    private void showFacts(TeacherSummary facts) {
        String name = texts.getOr(
                        "network." + facts.network().architecture(),
                        facts.network().architecture())
                + widthOf(facts);
        card.titleProperty().set(model.isBundled() ? texts.format("bundled", name) : model.fileName());
        String parameters = String.format(Locale.ROOT, "%.2f", facts.parameters() / 1e6);
        String accuracy = facts.testAccuracy().isPresent()
                ? String.format(Locale.ROOT, "%.1f", 100 * facts.testAccuracy().getAsDouble())
                : "";
        String key = accuracy.isEmpty() ? "teacher.factsUnmeasured" : "teacher.facts";
        String words = facts.isOfTheDataset()
                ? texts.format(key, parameters, facts.batchNormLayers(), accuracy)
                : texts.format("teacher.factsOther", parameters, facts.batchNormLayers(), facts.trainedOn());
        card.subtitleProperty().set(model.isBundled() ? words : texts.format("teacher.named", name, words));
    }

    private static Optional<WeakTeacher> weakness(TeacherSummary facts) {
        return facts.isOfTheDataset() && facts.testAccuracy().isPresent()
                ? WeakTeacher.of(
                        facts.testAccuracy().getAsDouble(), facts.network().classes())
                : Optional.empty();
    }

    private static String widthOf(TeacherSummary facts) {
        if (!facts.network().architecture().startsWith("resnet")
                || facts.network().width() == FULL_WIDTH) {
            return "";
        }
        return FULL_WIDTH % facts.network().width() == 0
                ? " ×1/" + FULL_WIDTH / facts.network().width()
                : " w" + facts.network().width();
    }
}
