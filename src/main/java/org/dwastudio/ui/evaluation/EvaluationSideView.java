package org.dwastudio.ui.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.dwastudio.stage.evaluation.result.FairScore;
import org.dwastudio.stage.evaluation.result.FairScores;
import org.dwastudio.stage.evaluation.result.MeasuredScore;
import org.dwastudio.ui.chart.BarList;
import org.dwastudio.ui.chart.ConfusionMap;
import org.dwastudio.ui.chart.MeasuredBar;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.evaluation.EvaluationResults.Measured;
import org.dwastudio.ui.evaluation.EvaluationResults.Row;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ChoiceButton;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.PercentText;

/** Side view with the quality of the distilled images: accuracy bars, scores and confusion matrix. */
public final class EvaluationSideView {
    private static final double PERCENT = 100;

    private final ObservableValue<Optional<EvaluationResults>> results;
    private final Messages texts;
    private final Disposables lifetime;
    private final Disposables choiceLifetime = new Disposables();
    private final ObjectProperty<StudentKind> looked =
            new SimpleObjectProperty<>(this, "looked", StudentKind.all().get(0));
    private final VBox node = new VBox();

    public EvaluationSideView(EvaluationViewModel model, Messages texts, Disposables lifetime) {
        this.results = model.resultsProperty();
        this.texts = texts;
        this.lifetime = lifetime;
        node.getStyleClass().add("stage-side");
        node.getChildren().addAll(barsCard(), scoresCard(), confusionCard(), explanation());
    }

    public VBox node() {
        return node;
    }

    private Card barsCard() {
        BarList bars = new BarList(PERCENT);
        Card card = new Card(texts.get("evaluation.bars.title"), bars);
        card.setId("evaluation-bars");
        lifetime.follow(results, now -> {
            bars.show(now.map(EvaluationResults::rows).orElse(List.of()).stream()
                    .map(this::bar)
                    .toList());
            card.subtitleProperty().set(texts.get(now.isPresent() ? "evaluation.bars.detail" : "evaluation.bars.none"));
        });
        return card;
    }

    private MeasuredBar bar(Row row) {
        Measured last = row.last();
        String words = row.students() < 2
                ? PercentText.of(last.mean())
                : texts.format("evaluation.spread", PercentText.of(last.mean()), PercentText.of(last.deviation()));
        return new MeasuredBar(
                row.kind().name(texts),
                PERCENT * last.mean(),
                PERCENT * last.deviation(),
                words,
                row.kind().ink(),
                !row.kind().isSoft());
    }

    private Card scoresCard() {
        GridPane table = new GridPane();
        table.setId("evaluation-scores");
        table.getStyleClass().add("score-table");
        Card card = new Card(texts.get("evaluation.scores.title"), table);
        lifetime.follow(results, now -> {
            Optional<FairScores> scores = now.map(EvaluationResults::scores);
            boolean known = scores.flatMap(all -> all.of(FairScore.LRS)).isPresent();
            table.getChildren().clear();
            Visibility.show(card, now.isPresent());
            card.subtitleProperty().set(known ? "" : texts.get("evaluation.scores.none"));
            scores.ifPresent(all -> fill(table, all));
        });
        return card;
    }

    private void fill(GridPane table, FairScores scores) {
        for (int line = 0; line < scores.all().size(); line++) {
            MeasuredScore score = scores.all().get(line);
            addScore(table, line, score.score().key(), value(score));
        }
    }

    private String value(MeasuredScore score) {
        String mean = (score.score().isInPoints() && score.spread().mean() >= 0 ? "+" : "")
                + score.score().format(score.spread().mean());
        return score.students() < 2
                ? mean
                : texts.format(
                        "evaluation.spread",
                        mean,
                        score.score().format(score.spread().deviation()));
    }

    private void addScore(GridPane table, int line, String key, String value) {
        Label name = new Label(texts.get("evaluation.scores." + key));
        Label number = new Label(value);
        number.getStyleClass().add("score-value");
        number.setMinWidth(Label.USE_PREF_SIZE);
        name.setMinWidth(Label.USE_PREF_SIZE);
        Label words = new Label(texts.get("evaluation.scores." + key + ".detail"));
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        table.addRow(line, name, number, words);
    }

    private Card confusionCard() {
        ConfusionMap map = new ConfusionMap();
        map.setId("confusion");
        Label pointed = new Label();
        pointed.setId("confusion-words");
        pointed.getStyleClass().add("muted");
        pointed.setWrapText(true);
        HBox which = new HBox();
        lifetime.follow(results, now -> {
            choiceLifetime.end();
            ChoiceButton<StudentKind> choice =
                    new ChoiceButton<>(kinds(now), kind -> kind.name(texts), looked, choiceLifetime);
            choice.setAccessibleText(texts.get("evaluation.confusion.which"));
            which.getChildren().setAll(choice);
        });
        lifetime.onEnd(choiceLifetime::end);
        Card card = new Card(texts.get("evaluation.confusion.title"), map, pointed);
        card.addAside(which);
        map.setOnClassesHovered((actual, answer) -> pointed.setText(pointedText(actual, answer)));
        lifetime.follow(
                () -> {
                    Optional<Row> row = row();
                    Visibility.show(card, results.getValue().isPresent());
                    Visibility.show(map, row.isPresent());
                    row.ifPresent(known -> {
                        map.show(results.getValue().orElseThrow().classNames(), known.confusion());
                        map.setAccessibleText(perClass(known));
                    });
                    pointed.setText(pointedText(OptionalInt.empty(), OptionalInt.empty()));
                },
                results,
                looked);
        return card;
    }

    /** Returns the kinds that can be chosen: those with augmentation, and the others that have results. */
    private static List<StudentKind> kinds(Optional<EvaluationResults> results) {
        return Stream.concat(
                        StudentKind.all().stream(),
                        results.stream()
                                .flatMap(known -> known.rows().stream())
                                .map(Row::kind)
                                .filter(StudentKind::isPlain))
                .toList();
    }

    private Optional<Row> row() {
        return results.getValue().flatMap(known -> known.row(looked.get()));
    }

    /** Returns the accuracy of every class as text for a screen reader. */
    private String perClass(Row row) {
        List<String> names = results.getValue().orElseThrow().classNames();
        StringBuilder words = new StringBuilder(texts.get("evaluation.confusion.title"));
        for (int label = 0; label < names.size(); label++) {
            words.append(", ").append(names.get(label)).append(' ').append(PercentText.of(row.accuracyOf(label)));
        }
        return words.toString();
    }

    private String pointedText(OptionalInt actual, OptionalInt answer) {
        Optional<Row> row = row();
        if (row.isEmpty()) {
            return texts.get("evaluation.confusion.none");
        }
        if (actual.isEmpty() || answer.isEmpty()) {
            return texts.get("evaluation.confusion.hint");
        }
        List<String> names = results.getValue().orElseThrow().classNames();
        List<Long> counts = row.get().confusion().get(actual.getAsInt());
        return texts.format(
                actual.getAsInt() == answer.getAsInt() ? "evaluation.confusion.right" : "evaluation.confusion.taken",
                names.get(actual.getAsInt()),
                names.get(answer.getAsInt()),
                Long.toString(counts.get(answer.getAsInt())),
                Long.toString(counts.stream().mapToLong(Long::longValue).sum()));
    }

    private Card explanation() {
        Card card = new Card(texts.get("squeeze.explanation.title"));
        card.subtitleProperty().set(texts.get("evaluation.explanation.detail"));
        lifetime.follow(results, now -> Visibility.show(card, now.isEmpty()));
        return card;
    }
}
