package org.dwastudio.ui.teacher;

import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.teacher.Incompatibility.Kind;
import org.dwastudio.ui.teacher.Incompatibility.Shape;

/** Card that reports an incompatibility of teacher and dataset and offers remedies; hidden if they fit. */
public final class CompatibilityView {
    private static final String KEY = "fit";

    private final Map<String, String> problems;
    private final Messages texts;
    private final Label words = new Label();
    private final CompatibilityViewModel model;
    private final Hyperlink bundled = new Hyperlink();
    private final Hyperlink adapt = new Hyperlink();
    private final Hyperlink train = new Hyperlink();
    private final VBox node = new VBox(words, bundled, adapt, train);

    /**
     * Creates the card.
     *
     * @param problems what keeps a run from starting
     * @param training shows the page on which a teacher is trained
     * @param useBundled selects the bundled teacher
     */
    public CompatibilityView(
            CompatibilityViewModel model,
            Map<String, String> problems,
            Runnable training,
            Runnable useBundled,
            Messages texts,
            Disposables lifetime) {
        this.model = model;
        this.problems = problems;
        this.texts = texts;
        node.setId("fit");
        node.getStyleClass().addAll("studio-card", "fit-card");
        words.setGraphic(StudioIcon.FAILED.node());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        bundled.setId("fit-bundled");
        bundled.setText(texts.get("dataset.fit.bundled"));
        bundled.setOnAction(event -> useBundled.run());
        adapt.setId("fit-adapt");
        adapt.setWrapText(true);
        adapt.setOnAction(event -> model.adaptLook());
        train.setId("fit-train");
        train.setText(texts.get("dataset.fit.train"));
        train.setOnAction(event -> training.run());
        lifetime.follow(model.incompatibilityProperty(), this::show);
        lifetime.onEnd(() -> problems.remove(KEY));
    }

    public VBox node() {
        return node;
    }

    private void show(Optional<Incompatibility> incompatibility) {
        Visibility.show(node, incompatibility.isPresent());
        Visibility.show(bundled, incompatibility.isPresent() && model.doesBundledTeacherFit());
        Visibility.show(
                adapt,
                incompatibility.filter(found -> found.kind() == Kind.LOOK).isPresent());
        Visibility.show(
                train,
                incompatibility.filter(found -> found.kind() != Kind.UNREADABLE).isPresent());
        if (incompatibility.isEmpty()) {
            problems.remove(KEY);
            return;
        }
        String sentence = sentence(incompatibility.get());
        words.setText(sentence);
        adapt.setText(
                texts.format("dataset.fit.adapt", look(incompatibility.get().teacher())));
        problems.put(KEY, sentence);
    }

    private String sentence(Incompatibility incompatibility) {
        return switch (incompatibility.kind()) {
            case UNREADABLE -> texts.get("dataset.fit.unreadable");
            case CLASSES ->
                texts.format(
                        "dataset.fit.classes",
                        Integer.toString(incompatibility.teacher().classes()),
                        Integer.toString(incompatibility.dataset().classes()));
            case OTHER_CLASSES ->
                incompatibility.trainedOn().isEmpty()
                        ? texts.get("dataset.fit.otherClasses.unknown")
                        : texts.format("dataset.fit.otherClasses", incompatibility.trainedOn());
            case LOOK ->
                texts.format("dataset.fit.look", look(incompatibility.teacher()), look(incompatibility.dataset()));
        };
    }

    private String look(Shape shape) {
        return texts.format(
                "dataset.fit.shape",
                Integer.toString(shape.imageSize()),
                texts.get(shape.channels() == 1 ? "dataset.gray" : "dataset.color"));
    }
}
