package org.dwastudio.ui.teacher;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.PercentText;

/** Result of an import: the accuracy with what became of the tensors, or the failure with the consent that would help. */
final class ImportVerdict {
    private final WeightsImportViewModel model;
    private final Messages texts;
    private final Label words = new Label();
    private final Label causes = new Label();
    private final Label report = new Label();
    private final Button use;
    private final HBox choices;
    private final Button agree;
    private final VBox node = new VBox();

    /** @param done closes the dialog */
    ImportVerdict(WeightsImportViewModel model, Runnable done, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        words.setId("import-verdict");
        causes.setText(texts.get("teacher.import.causes"));
        report.setId("import-report");
        report.getStyleClass().add("muted");
        for (Label label : new Label[] {words, causes, report}) {
            label.setWrapText(true);
            label.setMinHeight(Label.USE_PREF_SIZE);
        }
        use = button("use", StudioIcon.DONE, () -> {
            model.useResult();
            done.run();
        });
        choices = new HBox(use, button("discard", StudioIcon.DELETE, model::discardResult));
        choices.getStyleClass().add("name-row");
        agree = button("agree", StudioIcon.IMPORT, model::agree);
        node.setId("import-result");
        node.getStyleClass().add("verdict");
        node.getChildren().addAll(words, causes, agree, report, choices);
        lifetime.follow(
                this::show,
                model.resultProperty(),
                model.stateProperty(),
                model.problemProperty(),
                model.questionProperty());
    }

    VBox node() {
        return node;
    }

    private Button button(String key, StudioIcon icon, Runnable action) {
        return new ActionButton("import-" + key, texts.get("teacher.import." + key), icon, action);
    }

    private void show() {
        Optional<ImportResult> result = model.resultProperty().get();
        Optional<ImportQuestion> question = model.questionProperty().get();
        boolean failed = model.stateProperty().get() == ImportState.FAILED;
        boolean loud = failed || result.filter(ImportResult::nearChance).isPresent();
        Visibility.show(node, failed || result.isPresent());
        node.getStyleClass().removeAll("verdict-bad", "verdict-good");
        node.getStyleClass().add(loud ? "verdict-bad" : "verdict-good");
        words.setGraphic((loud ? StudioIcon.FAILED : StudioIcon.DONE).node());
        words.setText(result.map(this::accuracy)
                .or(() -> question.map(this::questionText))
                .orElseGet(this::failure));
        Visibility.show(causes, result.filter(ImportResult::nearChance).isPresent());
        Visibility.show(agree, failed && question.isPresent());
        agree.setText(texts.get(
                question.filter(ImportQuestion.ExtraTensors.class::isInstance).isPresent()
                        ? "teacher.import.withoutExtra"
                        : "teacher.import.agree"));
        report.setText(result.map(done -> String.join("\n", ImportReportLines.of(done, texts)))
                .orElse(""));
        Visibility.show(report, result.isPresent());
        Visibility.show(choices, result.isPresent());
        mark(use, !loud);
    }

    private static void mark(Button button, boolean likely) {
        button.getStyleClass().remove("likely");
        if (likely) {
            button.getStyleClass().add("likely");
        }
    }

    private String accuracy(ImportResult result) {
        return texts.format(
                result.nearChance() ? "teacher.import.nearChance" : "teacher.import.accuracy",
                PercentText.of(result.testAccuracy()),
                PercentText.of(result.chance()));
    }

    private String questionText(ImportQuestion question) {
        if (question instanceof ImportQuestion.ExtraTensors extra) {
            return texts.format(
                    "teacher.import.extraTensors",
                    extra.names().size(),
                    ImportReportLines.listed(extra.names(), texts));
        }
        return texts.format("teacher.import.otherClasses", ((ImportQuestion.OtherClasses) question).trainedOn());
    }

    private String failure() {
        return model.problemProperty()
                .get()
                .map(problem -> texts.format("teacher.import.failed", problem))
                .orElse(texts.get("teacher.import.fitsNothing"));
    }
}
