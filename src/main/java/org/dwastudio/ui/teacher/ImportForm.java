package org.dwastudio.ui.teacher;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.dataset.DatasetViewModel;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ChoiceButton;
import org.dwastudio.ui.screen.Messages;

/** Form of an import: file, network, normalization and name. */
final class ImportForm {
    private final WeightsImportViewModel model;
    private final DatasetViewModel dataset;
    private final Messages texts;
    private final Disposables lifetime;
    private final GridPane node = new GridPane();

    /** @param picker asks the user for a file of weights */
    ImportForm(
            WeightsImportViewModel model,
            DatasetViewModel dataset,
            Supplier<Optional<Path>> picker,
            Messages texts,
            Disposables lifetime) {
        this.model = model;
        this.dataset = dataset;
        this.texts = texts;
        this.lifetime = lifetime;
        node.getStyleClass().add("import-form");
        addRows(picker);
    }

    GridPane node() {
        return node;
    }

    private void addRows(Supplier<Optional<Path>> picker) {
        Label file = new Label();
        file.setId("import-file");
        file.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        file.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(file, Priority.ALWAYS);
        Button choose = new ActionButton(
                "import-choose", texts.get("teacher.import.choose"), StudioIcon.OPEN, () -> picker.get()
                        .ifPresent(model::choose));
        lifetime.follow(
                model.weightsProperty(),
                path -> file.setText(path.map(Path::toString).orElse(texts.get("teacher.import.noFile"))));
        HBox fileRow = new HBox(file, choose);
        fileRow.getStyleClass().add("name-row");
        addRow(0, "teacher.import.file", fileRow);
        addRow(1, "teacher.import.network", networkButton());
        addRow(2, "teacher.import.dataset", datasetLabel());
        addRow(3, "teacher.import.normalization", normalization());
        TextField name = field(model.nameProperty(), "teacher.name");
        name.setId("import-name");
        addRow(4, "teacher.name", name);
        lifetime.follow(model.stateProperty(), state -> {
            boolean rests = state == ImportState.IMPORTING || state == ImportState.DONE;
            node.setDisable(rests);
        });
    }

    private void addRow(int row, String key, Node editor) {
        Label label = new Label(texts.get(key));
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.setLabelFor(editor);
        GridPane.setHgrow(editor, Priority.ALWAYS);
        node.addRow(row, label, editor);
    }

    private MenuButton networkButton() {
        MenuButton button = new MenuButton();
        button.setId("import-network");
        button.getStyleClass().add("choice-button");
        lifetime.follow(
                () -> button.getItems()
                        .setAll(model.fitting().stream().map(this::networkItem).toList()),
                model.fitting());
        lifetime.follow(
                () -> {
                    button.setText(model.networkProperty()
                            .get()
                            .map(this::networkName)
                            .orElse(texts.get(
                                    model.stateProperty().get() == ImportState.LOOKING
                                            ? "teacher.import.looking"
                                            : "teacher.import.noNetwork")));
                    button.setDisable(model.fitting().size() < 2);
                },
                model.networkProperty(),
                model.stateProperty(),
                model.fitting());
        return button;
    }

    private MenuItem networkItem(NetworkConfig network) {
        MenuItem item = new MenuItem(networkName(network));
        item.setOnAction(event -> model.networkProperty().set(Optional.of(network)));
        return item;
    }

    private String networkName(NetworkConfig network) {
        return texts.format(
                "teacher.import.networkFacts",
                texts.getOr("network." + network.architecture(), network.architecture()),
                Integer.toString(network.width()),
                texts.get("squeeze.stem." + network.stem().name().toLowerCase(Locale.ROOT)),
                Integer.toString(network.classes()),
                Integer.toString(network.channels()));
    }

    private Label datasetLabel() {
        Label label = new Label();
        lifetime.follow(
                dataset.factsProperty(),
                facts -> label.setText(facts.value().map(DatasetSummary::name).orElse(texts.get("dataset.loading"))));
        return label;
    }

    private VBox normalization() {
        Property<Boolean> given = model.normalizationGivenProperty().asObject();
        ChoiceButton<Boolean> choice = new ChoiceButton<>(
                List.of(false, true),
                typed -> texts.get(typed ? "teacher.import.given" : "teacher.import.computed"),
                given,
                lifetime);
        choice.setId("import-normalization");
        TextField mean = field(model.meanProperty(), "teacher.import.mean");
        mean.setId("import-mean");
        TextField std = field(model.stdProperty(), "teacher.import.std");
        std.setId("import-std");
        HBox fields = new HBox(mean, std);
        fields.getStyleClass().add("name-row");
        Label problem = new Label();
        problem.setId("import-normalization-problem");
        problem.getStyleClass().add("warning-words");
        problem.setWrapText(true);
        problem.setMinHeight(Label.USE_PREF_SIZE);
        lifetime.follow(
                () -> {
                    boolean typed = model.normalizationGivenProperty().get();
                    Visibility.show(fields, typed);
                    problem.setText(texts.format("teacher.import.normalizationProblem", model.channels()));
                    Visibility.show(problem, !model.isNormalizationValid());
                },
                model.normalizationGivenProperty(),
                model.meanProperty(),
                model.stdProperty(),
                model.networkProperty());
        return new VBox(choice, fields, problem);
    }

    private TextField field(Property<String> text, String key) {
        TextField field = new TextField();
        field.getStyleClass().add("name-field");
        field.setPromptText(texts.get(key));
        field.setAccessibleText(texts.get(key));
        field.textProperty().bindBidirectional(text);
        lifetime.onEnd(() -> field.textProperty().unbindBidirectional(text));
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }
}
