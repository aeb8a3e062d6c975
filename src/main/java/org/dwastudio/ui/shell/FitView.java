package org.dwastudio.ui.shell;

import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.screen.Lifetime;
import org.dwastudio.ui.screen.Texts;
import org.dwastudio.ui.shell.Misfit.Kind;
import org.dwastudio.ui.shell.Misfit.Shape;

/** Says that teacher and dataset don't belong together, and what to do; otherwise it is not there. */
final class FitView {
    private static final String KEY = "fit";

    private final Map<String, String> problems;
    private final Texts texts;
    private final Label words = new Label();
    private final Hyperlink adapt = new Hyperlink();
    private final Hyperlink train = new Hyperlink();
    private final VBox node = new VBox(words, adapt, train);

    /**
     * @param problems what keeps a run from starting
     * @param training leads to where a teacher is trained
     */
    FitView(FitViewModel model, Map<String, String> problems, Runnable training, Texts texts, Lifetime lifetime) {
        this.problems = problems;
        this.texts = texts;
        node.setId("fit");
        node.getStyleClass().addAll("studio-card", "fit-card");
        words.setGraphic(StudioIcon.FAILED.node());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        adapt.setId("fit-adapt");
        adapt.setWrapText(true);
        adapt.setOnAction(event -> model.adaptLook());
        train.setId("fit-train");
        train.setText(texts.get("dataset.fit.train"));
        train.setOnAction(event -> training.run());
        lifetime.follow(model.misfitProperty(), this::show);
        lifetime.whenOver(() -> problems.remove(KEY));
    }

    VBox node() {
        return node;
    }

    private void show(Optional<Misfit> misfit) {
        present(node, misfit.isPresent());
        present(adapt, misfit.filter(found -> found.kind() == Kind.LOOK).isPresent());
        present(train, misfit.filter(found -> found.kind() != Kind.UNREADABLE).isPresent());
        if (misfit.isEmpty()) {
            problems.remove(KEY);
            return;
        }
        String sentence = sentence(misfit.get());
        words.setText(sentence);
        adapt.setText(texts.format("dataset.fit.adapt", look(misfit.get().teacher())));
        problems.put(KEY, sentence);
    }

    private String sentence(Misfit misfit) {
        return switch (misfit.kind()) {
            case UNREADABLE -> texts.get("dataset.fit.unreadable");
            case CLASSES ->
                texts.format(
                        "dataset.fit.classes",
                        Integer.toString(misfit.teacher().classes()),
                        Integer.toString(misfit.dataset().classes()));
            case LOOK -> texts.format("dataset.fit.look", look(misfit.teacher()), look(misfit.dataset()));
        };
    }

    private String look(Shape shape) {
        return texts.format(
                "dataset.fit.shape",
                Integer.toString(shape.imageSize()),
                texts.get(shape.channels() == 1 ? "dataset.grey" : "dataset.colour"));
    }

    private static void present(Region part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }
}
