package org.dwastudio.ui.compute;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.compute.ComputeProblem;
import org.dwastudio.compute.CudaDriverInfo;
import org.dwastudio.compute.DeviceChoice;
import org.dwastudio.compute.DeviceInUse;
import org.dwastudio.compute.Gpu;
import org.dwastudio.compute.LibtorchFolder;
import org.dwastudio.file.ByteSizes;
import org.dwastudio.ui.compute.ComputeViewModel.Build;
import org.dwastudio.ui.compute.ComputeViewModel.Outcome;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ChoiceButton;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.screen.Messages;

/** View of the detected devices, the device in use, and the settings for the next start. */
public final class ComputeView {
    private static final double HEIGHT = 500;

    private final ComputeViewModel model;
    private final Supplier<Optional<Path>> folderPicker;
    private final Messages texts;
    private final Disposables lifetime;
    private final GridPane form = new GridPane();
    private final VBox node;
    private int rows;

    /**
     * Creates the view.
     *
     * @param inUse device and threads of the engine
     * @param folderPicker dialog that asks the user for the folder of a libtorch
     */
    public ComputeView(
            ComputeViewModel model,
            ObservableValue<LoadState<DeviceInUse>> inUse,
            Supplier<Optional<Path>> folderPicker,
            Messages texts,
            Disposables lifetime) {
        this.model = model;
        this.folderPicker = folderPicker;
        this.texts = texts;
        this.lifetime = lifetime;
        form.getStyleClass().add("option-form");
        addRow("inUse", inUse(inUse));
        addRow("found", found());
        addRow("build", builds(), muted(texts.get("compute.build.help")));
        addRow("device", devices(), muted(texts.get("compute.device.help")));
        addRow("threads", field("compute-threads", model.threadsProperty()), muted(texts.get("compute.threads.help")));
        addRow(
                "interop",
                field("compute-interop", model.interopThreadsProperty()),
                muted(texts.get("compute.interop.help")));
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(HEIGHT);
        scroll.getStyleClass().add("plain-scroll");
        node = new VBox(scroll, buttons(), outcome());
        node.getStyleClass().add("dataset-work");
    }

    public VBox node() {
        return node;
    }

    /** Returns a problem's message in the language of the window. */
    static String messageOf(ComputeProblem problem, Messages texts) {
        return texts.format(ComputeViewModel.keyOf(problem), problem.arguments().toArray());
    }

    private void addRow(String key, Node... parts) {
        Label name = new Label(texts.get("compute." + key));
        name.getStyleClass().add("option-name");
        name.setLabelFor(parts[0]);
        name.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(name, VPos.TOP);
        VBox cell = new VBox(parts);
        cell.getStyleClass().add("option-cell");
        GridPane.setHgrow(cell, Priority.ALWAYS);
        form.addRow(rows++, name, cell);
    }

    private Label inUse(ObservableValue<LoadState<DeviceInUse>> inUse) {
        Label label = wrapped("");
        label.setId("compute-in-use");
        lifetime.follow(inUse, device -> {
            String words = new DeviceMessages(texts).of(device);
            label.setText(model.setback()
                    .map(problem -> words + System.lineSeparator() + messageOf(problem, texts))
                    .orElse(words));
        });
        return label;
    }

    private Label found() {
        Label label = wrapped("");
        label.setId("compute-found");
        lifetime.follow(
                model.graphicsProperty(),
                graphics -> label.setText(
                        graphics.value().map(this::foundText).orElseGet(() -> texts.get("compute.found.asking"))));
        return label;
    }

    private String foundText(CudaDriverInfo graphics) {
        String processors = texts.format(
                "compute.found.cpu", Integer.toString(Runtime.getRuntime().availableProcessors()));
        List<String> cards = graphics.gpus().stream().map(this::cardText).toList();
        String rest;
        if (graphics instanceof CudaDriverInfo.Driver driver) {
            rest = cards.isEmpty()
                    ? texts.get("compute.found.noCard")
                    : String.join(System.lineSeparator(), cards)
                            + System.lineSeparator()
                            + texts.format("compute.found.driver", driver.cudaVersion());
        } else {
            rest = texts.get("compute.found.noDriver");
        }
        String environment = model.folderOfEnvironment()
                .map(folder -> System.lineSeparator() + texts.format("compute.found.environment", folder.toString()))
                .orElse("");
        return processors + System.lineSeparator() + rest + environment;
    }

    private String cardText(Gpu gpu) {
        return texts.format(
                "compute.found.gpu",
                Integer.toString(gpu.index()),
                gpu.name(),
                ByteSizes.describe(gpu.bytes()),
                gpu.capability());
    }

    private VBox builds() {
        ToggleGroup group = new ToggleGroup();
        TextField folder = field("compute-path", model.folderProperty());
        folder.getStyleClass().add("option-list");
        folder.setMaxWidth(Double.MAX_VALUE);
        folder.setPromptText(texts.get("compute.folder.prompt"));
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button choose = button("compute-choose", "compute.folder.choose", StudioIcon.OPEN, () -> folderPicker
                .get()
                .ifPresent(path -> {
                    model.folderProperty().set(path.toString());
                    model.buildProperty().set(Build.FOLDER);
                }));
        HBox row = new HBox(folder, choose);
        row.getStyleClass().add("work-row");
        VBox cuda = new CudaDownloadView(model.cuda(), texts, lifetime).node();
        lifetime.follow(model.buildProperty(), build -> {
            Visibility.show(row, build == Build.FOLDER);
            Visibility.show(cuda, build == Build.CUDA);
        });
        VBox box =
                new VBox(radio(Build.BUNDLED, group), radio(Build.CUDA, group), cuda, radio(Build.FOLDER, group), row);
        box.getStyleClass().add("option-cell");
        return box;
    }

    private RadioButton radio(Build build, ToggleGroup group) {
        String key = build.name().toLowerCase(Locale.ROOT);
        RadioButton button = new RadioButton(texts.format("compute.build." + key, LibtorchFolder.VERSION));
        button.setId("compute-" + key);
        button.setToggleGroup(group);
        button.setOnAction(event -> model.buildProperty().set(build));
        lifetime.follow(model.buildProperty(), now -> button.setSelected(now == build));
        return button;
    }

    private HBox devices() {
        HBox place = new HBox();
        place.setId("compute-device");
        lifetime.follow(model.graphicsProperty(), graphics -> place.getChildren()
                .setAll(new ChoiceButton<>(
                        model.devices(), choice -> deviceText(choice, graphics), model.deviceProperty(), lifetime)));
        return place;
    }

    private String deviceText(DeviceChoice choice, LoadState<CudaDriverInfo> graphics) {
        if (choice instanceof DeviceChoice.Graphics wanted) {
            String name = graphics.value().stream()
                    .flatMap(found -> found.gpus().stream())
                    .filter(gpu -> gpu.index() == wanted.index())
                    .map(Gpu::name)
                    .collect(Collectors.joining());
            return texts.format("compute.device.gpu", Integer.toString(wanted.index()), name)
                    .strip();
        }
        return texts.get(choice instanceof DeviceChoice.Processor ? "compute.device.cpu" : "compute.device.auto");
    }

    private TextField field(String id, StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.getStyleClass().add("option-field");
        field.textProperty().bindBidirectional(text);
        lifetime.onEnd(() -> field.textProperty().unbindBidirectional(text));
        field.setOnAction(event -> model.apply());
        return field;
    }

    private HBox buttons() {
        Button apply = button("compute-apply", "compute.apply", StudioIcon.DONE, model::apply);
        apply.getStyleClass().add("likely");
        lifetime.follow(model.outcomeProperty(), outcome -> apply.setDisable(outcome instanceof Outcome.Trying));
        HBox row = new HBox(apply, button("compute-reset", "compute.reset", StudioIcon.RESET, model::reset));
        row.getStyleClass().add("work-row");
        return row;
    }

    private Label outcome() {
        Label label = wrapped("");
        label.setId("compute-outcome");
        lifetime.follow(model.outcomeProperty(), outcome -> {
            boolean failed = outcome instanceof Outcome.Refused || outcome instanceof Outcome.Unwritten;
            label.setText(outcomeText(outcome));
            label.setGraphic(
                    failed
                            ? StudioIcon.FAILED.node()
                            : outcome instanceof Outcome.Remembered ? StudioIcon.DONE.node() : null);
            label.getStyleClass().removeAll("finding-some", "finding-none");
            label.getStyleClass().add(failed ? "finding-some" : "finding-none");
        });
        return label;
    }

    private String outcomeText(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return messageOf(refused.problem(), texts);
        }
        if (outcome instanceof Outcome.Unwritten unwritten) {
            return texts.format("compute.unwritten", unwritten.reason());
        }
        if (outcome instanceof Outcome.Trying) {
            return texts.get("compute.trying");
        }
        return texts.get(outcome instanceof Outcome.Remembered ? "compute.remembered" : "compute.promise");
    }

    private Button button(String id, String key, StudioIcon icon, Runnable action) {
        return new ActionButton(id, texts.get(key), icon, action);
    }

    private static Label muted(String words) {
        Label label = wrapped(words);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
