package org.dwastudio.ui.shell;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.dwastudio.ui.dataset.DatasetCard;
import org.dwastudio.ui.dataset.DatasetPicker;
import org.dwastudio.ui.dataset.Datasets;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.evaluation.EvaluationChartsView;
import org.dwastudio.ui.evaluation.EvaluationHandlers;
import org.dwastudio.ui.evaluation.EvaluationSideView;
import org.dwastudio.ui.evaluation.StudentRecipePanel;
import org.dwastudio.ui.evaluation.Students;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.measurement.MeasurementsView;
import org.dwastudio.ui.measurement.NotesView;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.NoticesView;
import org.dwastudio.ui.parameter.EstimateLine;
import org.dwastudio.ui.parameter.ParameterPanel;
import org.dwastudio.ui.preference.Appearance;
import org.dwastudio.ui.relabel.LabelRecipePanel;
import org.dwastudio.ui.relabel.MissingLabelsView;
import org.dwastudio.ui.relabel.RelabelSideView;
import org.dwastudio.ui.relabel.RelabelView;
import org.dwastudio.ui.relabel.Relabeling;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.squeeze.SqueezeChartsView;
import org.dwastudio.ui.squeeze.SqueezeHandlers;
import org.dwastudio.ui.squeeze.SqueezeSideView;
import org.dwastudio.ui.squeeze.SqueezeViewModel;
import org.dwastudio.ui.squeeze.TeacherRecipePanel;
import org.dwastudio.ui.synthesis.ImagesView;
import org.dwastudio.ui.synthesis.InspectorView;
import org.dwastudio.ui.teacher.TeacherCard;
import org.dwastudio.ui.teacher.TeacherPicker;
import org.dwastudio.ui.workspace.Page;
import org.dwastudio.ui.workspace.Workspace;

/** The whole window in one language: the experiment left, the pictures in the middle, the measurements right. */
public final class StudioView {
    private static final double MEASUREMENTS_SHARE = 0.272;
    private static final double MEASUREMENTS_LEAST = 376;

    private final Workspace workspace;
    private final PathPicker picker;
    private final Messages texts;
    private final Disposables lifetime = new Disposables();
    private final Dialogs dialogs;
    private final BorderPane root = new BorderPane();

    /**
     * @param owner the window that dialogs open in front of
     * @param memoryUsed bytes
     * @param close asks the window to close
     */
    public StudioView(
            Workspace workspace,
            Appearance appearance,
            PathPicker picker,
            Window owner,
            ObservableValue<Number> memoryUsed,
            Runnable close,
            Messages texts) {
        this.workspace = workspace;
        this.picker = picker;
        this.texts = texts;
        dialogs = new Dialogs(owner, texts, lifetime);
        ImagesView pictures = pictures();
        StudioCommands commands =
                new StudioCommands(workspace, appearance, picker, pictures.grid(), dialogs, close, texts);
        root.getStyleClass().add("studio");
        root.setTop(new VBox(
                new StudioMenuBar(commands.groups(), texts, lifetime),
                new StudioToolBar(workspace, commands, texts, lifetime)));
        root.setBottom(new StatusBar(workspace, memoryUsed, texts, lifetime));
        NoticesView notices = new NoticesView(workspace.notices(), texts, lifetime);
        Content synthesis = new Content(experiment(), pictures.node(), measurements());
        Content squeeze = squeeze();
        EvaluationHandlers actions = evaluationActions(commands::copy);
        Content relabel = relabel(actions);
        Content evaluation = evaluation(actions);
        lifetime.follow(
                workspace.activity().pageProperty(),
                page -> show(
                        switch (page) {
                            case SQUEEZE -> squeeze;
                            case SYNTHESIS -> synthesis;
                            case RELABEL -> relabel;
                            case EVALUATION -> evaluation;
                        },
                        notices.node()));
        DatasetDialogs.of(owner, workspace.datasets(), picker, texts, lifetime);
        HistoryDialog.of(owner, workspace.history(), dialogs, texts, lifetime);
        PreferencesDialog.of(owner, workspace, picker, texts, lifetime);
        new FileDrop(workspace.dropped()).listenOn(root);
    }

    public Parent root() {
        return root;
    }

    /** Asks whether a run shall end because its window is to close. */
    public void askBeforeClosing(Runnable stopAndClose) {
        dialogs.askBeforeClosing(stopAndClose);
    }

    /** Asks whether a download shall end because its window is to close. */
    public void askBeforeEndingDownload(Runnable endAndClose) {
        dialogs.askBeforeEndingDownload(endAndClose);
    }

    /** Lets go of the view models: another view takes over. */
    public void end() {
        lifetime.end();
    }

    /** A page: what is set left, what comes about in the middle, what is known of it right. */
    private record Content(Region left, Region middle, Region right) {}

    /** Notices come between the tools and the middle, so that what stands left and right keeps its place. */
    private void show(Content content, VBox notices) {
        VBox.setVgrow(content.middle(), Priority.ALWAYS);
        root.setLeft(content.left());
        root.setCenter(new VBox(notices, content.middle()));
        root.setRight(content.right());
    }

    private ScrollPane experiment() {
        return scrolled(
                datasetCard(),
                new CompatibilityView(
                                workspace.fit(),
                                workspace.parameters().problems(),
                                () -> show(Page.SQUEEZE),
                                texts,
                                lifetime)
                        .node(),
                teacherCard(),
                new ParameterPanel(
                                workspace.parameters(),
                                workspace.device().precisionAdviceProperty(),
                                () -> picker.tensorFile(texts),
                                texts,
                                lifetime)
                        .node(),
                new EstimateLine(workspace.estimate(), texts, lifetime).node());
    }

    private void show(Page page) {
        workspace.activity().pageProperty().set(page);
    }

    private Node teacherCard() {
        TeacherPicker.Ways ways = new TeacherPicker.Ways(
                () -> show(Page.SQUEEZE),
                () -> dialogs.showImport(workspace, picker),
                () -> picker.teacherFile(texts).ifPresent(workspace.teachers().library()::use),
                () -> dialogs.showTeachers(workspace, picker));
        TeacherPicker chevron = new TeacherPicker(
                workspace.teachers().library(),
                workspace.dataset(),
                workspace.run().stateProperty(),
                ways,
                texts,
                lifetime);
        return new TeacherCard(workspace.teacher(), chevron.node(), texts, lifetime).node();
    }

    private Content squeeze() {
        SqueezeViewModel model = workspace.teachers().squeeze();
        SqueezeHandlers actions = new SqueezeHandlers(
                workspace.activity()::startSqueeze, workspace.activity()::resumeSqueeze, () -> picker.runFolder(texts));
        ScrollPane side = scrolling(new SqueezeSideView(workspace.teachers(), actions, texts, lifetime).node());
        side.getStyleClass().add("side-scroll");
        return new Content(
                scrolled(
                        datasetCard(),
                        new TeacherRecipePanel(workspace.teachers().recipe(), model.stateProperty(), texts, lifetime)
                                .node()),
                new SqueezeChartsView(model, texts, lifetime).node(),
                atRight(side));
    }

    /** @param copy puts a text on the clipboard */
    private EvaluationHandlers evaluationActions(Consumer<String> copy) {
        return new EvaluationHandlers(() -> show(Page.SYNTHESIS), () -> picker.evaluatedRun(texts), table -> {
            copy.accept(table);
            workspace.notices().add(Notice.done("evaluation.notice.copied"));
        });
    }

    private Content relabel(EvaluationHandlers actions) {
        Relabeling labels = workspace.relabelling();
        ScrollPane side = scrolling(new RelabelSideView(labels, workspace.students(), texts, lifetime).node());
        side.getStyleClass().add("side-scroll");
        return new Content(
                scrolled(new LabelRecipePanel(labels.relabel(), workspace.students(), actions, texts, lifetime).node()),
                new RelabelView(labels.relabel(), texts, lifetime).node(),
                atRight(side));
    }

    private Content evaluation(EvaluationHandlers actions) {
        Students students = workspace.students();
        Relabeling labels = workspace.relabelling();
        ScrollPane side = scrolling(new EvaluationSideView(students.evaluation(), texts, lifetime).node());
        side.getStyleClass().addAll("side-scroll", "wide-side");
        return new Content(
                scrolled(
                        new MissingLabelsView(
                                        labels.relabel(), labels.problems(), () -> show(Page.RELABEL), texts, lifetime)
                                .node(),
                        new StudentRecipePanel(
                                        students,
                                        actions,
                                        workspace.parameters().evaluationProperty(),
                                        texts,
                                        lifetime)
                                .node()),
                new EvaluationChartsView(students.evaluation(), actions, texts, lifetime).node(),
                atRight(side));
    }

    private static ScrollPane scrolled(Node... parts) {
        VBox content = new VBox(parts);
        content.getStyleClass().add("experiment");
        return scrolling(content);
    }

    private static ScrollPane scrolling(VBox content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("experiment-scroll");
        return scroll;
    }

    private Node datasetCard() {
        Datasets datasets = workspace.datasets();
        DatasetPicker.Ways ways = new DatasetPicker.Ways(
                () -> picker.datasetFolder(texts).ifPresent(datasets.choice()::choose),
                () -> picker.datasetArchive(texts).ifPresent(datasets.choice()::choose),
                () -> datasets.download().shownProperty().set(true),
                datasets.check()::open,
                () -> datasets.options().shownProperty().set(true));
        return new DatasetCard(workspace.dataset(), datasets.choice(), ways, texts, lifetime).node();
    }

    private ImagesView pictures() {
        InspectorView inspector = new InspectorView(workspace.inspector(), workspace.pictures(), texts, lifetime);
        return new ImagesView(
                workspace.pictures(), workspace.parameters(), workspace.run(), inspector, texts, lifetime);
    }

    private VBox measurements() {
        NotesView notes = new NotesView(workspace.notes(), workspace.parameters(), workspace.run(), texts, lifetime);
        VBox node = new MeasurementsView(
                        workspace.figures(),
                        workspace.progress(),
                        workspace.loss(),
                        workspace.diversity(),
                        notes,
                        texts,
                        lifetime)
                .node();
        return atRight(node);
    }

    private <R extends Region> R atRight(R node) {
        node.prefWidthProperty()
                .bind(Bindings.max(MEASUREMENTS_LEAST, root.widthProperty().multiply(MEASUREMENTS_SHARE)));
        return node;
    }
}
