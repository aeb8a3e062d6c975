package org.dwastudio.ui.diversity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.stage.inspection.ClassMetrics;
import org.dwastudio.stage.inspection.InspectionReport;
import org.dwastudio.stage.inspection.SetMetrics;
import org.dwastudio.ui.control.FigureTile;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** View of the diversity by class: a table, a verdict, and the means of further metrics. */
public final class ClassDiversityView {
    private final Messages texts;
    private final ClassTable table;
    private final Label all = new Label();
    private final Label verdict = new Label();
    private final Label reason = new Label();
    private final FigureTile rank;
    private final FigureTile density;
    private final FigureTile cosine;
    private final Hyperlink csv;
    private final HBox tiles;
    private final VBox node;

    /**
     * Creates the view.
     *
     * @param save asks for a file and writes the table
     * @param pick called with the label of a class that was chosen in the table
     */
    public ClassDiversityView(
            ClassDiversityViewModel model,
            Runnable save,
            Consumer<Integer> pick,
            Messages texts,
            Disposables lifetime) {
        this.texts = texts;
        table = new ClassTable(texts);
        VBox.setVgrow(table, Priority.ALWAYS);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                pick.accept(row.label());
            }
        });
        Label title = new Label(texts.get("classDiversity.title"));
        title.getStyleClass().add("card-title");
        Label legend = muted("classDiversity.legend");
        csv = new Hyperlink(texts.get("classDiversity.csv"));
        csv.setId("class-diversity-csv");
        csv.setOnAction(event -> save.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox heading = new HBox(title, space, csv);
        all.getStyleClass().add("class-diversity-all");
        all.setMinHeight(Region.USE_PREF_SIZE);
        all.setWrapText(true);
        verdict.getStyleClass().add("class-diversity-verdict");
        verdict.setId("class-diversity-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        reason.getStyleClass().add("muted");
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        rank = tile("rank");
        density = tile("density");
        cosine = tile("cosine");
        tiles = new HBox(rank, density, cosine);
        tiles.getStyleClass().add("figures");
        node = new VBox(heading, legend, table, all, verdict, reason, tiles);
        node.getStyleClass().addAll("studio-card", "class-diversity-card");
        node.setMinWidth(0);
        lifetime.follow(model.reportProperty(), this::show);
    }

    public VBox node() {
        return node;
    }

    private Label muted(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private FigureTile tile(String key) {
        FigureTile tile = new FigureTile(texts.get("classDiversity." + key), texts.get("figure.none"));
        HBox.setHgrow(tile, Priority.ALWAYS);
        tile.setMinWidth(0);
        tile.setPrefWidth(0);
        return tile;
    }

    private void show(Optional<InspectionReport> measured) {
        boolean known = measured.isPresent();
        for (Region part : List.of(all, verdict, reason, tiles, csv)) {
            Visibility.show(part, known);
        }
        List<ClassMetrics> rows =
                new ArrayList<>(measured.map(InspectionReport::classes).orElse(List.of()));
        var order = List.copyOf(table.getSortOrder());
        table.getItems().setAll(rows);
        table.getSortOrder().setAll(order);
        table.sort();
        measured.ifPresent(this::showMeans);
    }

    private void showMeans(InspectionReport report) {
        SetMetrics own = report.distilled();
        SetMetrics real = report.real();
        all.setText(texts.format(
                "classDiversity.all",
                report.images(),
                percent(own.coverage()),
                percent(real.coverage()),
                ClassTable.number(own.vendiScore()),
                ClassTable.number(real.vendiScore()),
                ClassTable.whole(own.nearCopies()),
                ClassTable.whole(real.nearCopies())));
        DiversityVerdict found = DiversityVerdict.of(report);
        verdict.setText(texts.get("classDiversity.verdict." + key(found)));
        reason.setText(reason(found));
        set(rank, OptionalDouble.of(own.effectiveRank()), OptionalDouble.of(real.effectiveRank()));
        set(density, own.density(), real.density());
        set(cosine, own.withinClassCosine(), real.withinClassCosine());
    }

    private static String key(DiversityVerdict verdict) {
        return switch (verdict.kind()) {
            case LESS -> "less";
            case MORE -> "more";
            case UNDECIDED -> "undecided";
        };
    }

    private String reason(DiversityVerdict found) {
        String difference = found.difference().reach().isPresent()
                ? texts.format(
                        "classDiversity.difference",
                        ClassTable.number(found.difference().mean()),
                        ClassTable.number(found.difference().reach().getAsDouble()))
                : "";
        String worst = found.worst()
                .filter(metrics -> metrics.distilled().coverage().isPresent()
                        && metrics.real().coverage().isPresent())
                .map(metrics -> texts.format(
                        "classDiversity.worst",
                        metrics.className(),
                        metrics.images(),
                        percent(metrics.distilled().coverage()),
                        percent(metrics.real().coverage())))
                .orElse("");
        return (difference + " " + worst).strip();
    }

    private void set(FigureTile tile, OptionalDouble value, OptionalDouble real) {
        tile.valueProperty().set(text(value));
        tile.detailProperty().set(texts.format("classDiversity.random", text(real)));
    }

    private static String text(OptionalDouble value) {
        return ClassTable.number(value.orElse(Double.NaN));
    }

    private static String percent(OptionalDouble share) {
        return ClassTable.percent(share.orElse(Double.NaN));
    }
}
