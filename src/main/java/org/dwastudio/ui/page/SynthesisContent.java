package org.dwastudio.ui.page;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.dwastudio.config.StageName;
import org.dwastudio.stage.export.format.AnimationOptions;
import org.dwastudio.ui.command.Command;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.dataset.Datasets;
import org.dwastudio.ui.desktop.FileType;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.diversity.ClassDiversityView;
import org.dwastudio.ui.diversity.ClassDiversityViewModel;
import org.dwastudio.ui.embedding.EmbeddingView;
import org.dwastudio.ui.export.AnimationViewModel;
import org.dwastudio.ui.imagegrid.ImageGrid;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.inspector.Inspection;
import org.dwastudio.ui.inspector.InspectorParts;
import org.dwastudio.ui.inspector.InspectorView;
import org.dwastudio.ui.inspector.NearestView;
import org.dwastudio.ui.inspector.PredictionView;
import org.dwastudio.ui.measurement.ChartMenu;
import org.dwastudio.ui.measurement.MeasurementTabsView;
import org.dwastudio.ui.measurement.MeasurementsView;
import org.dwastudio.ui.measurement.NotesView;
import org.dwastudio.ui.parameter.EstimateLine;
import org.dwastudio.ui.parameter.ParameterPanel;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.realimage.RealImagesPrompt;
import org.dwastudio.ui.selection.GridSelection;
import org.dwastudio.ui.selection.MarkedImagesView;
import org.dwastudio.ui.stage.PageContent;
import org.dwastudio.ui.stage.PageContext;
import org.dwastudio.ui.stage.ScrollColumn;
import org.dwastudio.ui.synthesis.ImagesView;
import org.dwastudio.ui.synthesis.OrderSwitch;
import org.dwastudio.ui.synthesis.TileViews;
import org.dwastudio.ui.teacher.CompatibilityView;
import org.dwastudio.ui.teacher.TeacherCard;
import org.dwastudio.ui.teacher.TeacherPicker;
import org.dwastudio.ui.teacher.Teachers;
import org.dwastudio.ui.timeline.HistoryView;
import org.dwastudio.ui.timeline.TimeLineState;
import org.dwastudio.ui.timeline.TimeLineView;
import org.dwastudio.ui.workspace.DeviceViewModel;

/**
 * Views of the synthesis page: the experiment, the images, the measurements.
 *
 * @param device whose precisions are on offer
 * @param animation offers the animation of an image
 */
record SynthesisContent(
        Synthesizing synthesis,
        ParametersViewModel parameters,
        Datasets datasets,
        Teachers teachers,
        DeviceViewModel device,
        AnimationViewModel animation) {

    PageContent create(PageContext context) {
        ImagesView images = images(context);
        return new PageContent(
                experiment(context),
                images.node(),
                measurements(context),
                commands(images.grid()),
                synthesis.tabs().wideProperty(),
                () -> synthesis.tabs().widenedProperty().set(false));
    }

    private Region experiment(PageContext context) {
        Node incompatibility = new CompatibilityView(
                        teachers.compatibility(),
                        parameters.problems(),
                        () -> context.navigator().show(StageName.SQUEEZE),
                        teachers.library()::useBundled,
                        context.texts(),
                        context.lifetime())
                .node();
        return ScrollColumn.ofSettings(
                        new DatasetCards(datasets).node(context),
                        incompatibility,
                        teacherCard(context),
                        new ParameterPanel(
                                        parameters,
                                        datasets.current().imageSize(),
                                        device.precisionAdviceProperty(),
                                        () -> context.picker()
                                                .pick(
                                                        PathRequest.openFile("picker.tensor", FileType.TENSORS),
                                                        context.texts()),
                                        context.texts(),
                                        context.lifetime())
                                .node(),
                        new EstimateLine(synthesis.estimate(), context.texts(), context.lifetime()).node())
                .revealing(incompatibility);
    }

    private Node teacherCard(PageContext context) {
        TeacherPicker.Ways ways = new TeacherPicker.Ways(
                () -> context.navigator().show(StageName.SQUEEZE),
                teachers.imports()::open,
                () -> context.picker()
                        .pick(PathRequest.openFile("teacher.picker.teacher", FileType.TEACHERS), context.texts())
                        .ifPresent(teachers.library()::use),
                teachers.library()::open);
        TeacherPicker picker = new TeacherPicker(
                teachers.library(),
                datasets.current(),
                synthesis.run().work().stateProperty(),
                ways,
                context.texts(),
                context.lifetime());
        return new TeacherCard(teachers.current(), picker.node(), context.texts(), context.lifetime()).node();
    }

    private ImagesView images(PageContext context) {
        Inspection inspection = synthesis.inspection();
        InspectorView inspector = new InspectorView(
                synthesis.inspector(),
                synthesis.images(),
                new InspectorParts(
                        new HistoryView(synthesis.history(), context.texts(), context.lifetime()),
                        new NearestView(
                                inspection.nearest(),
                                inspection.files(),
                                context.picker(),
                                context.texts(),
                                context.lifetime()),
                        new RealImagesPrompt(
                                synthesis.realImages(), "inspector.nearest.find", context.texts(), context.lifetime()),
                        new PredictionView(
                                synthesis.inspector(),
                                inspection.predictions(),
                                synthesis.timeLine(),
                                context.texts(),
                                context.lifetime())),
                context.texts(),
                context.lifetime());
        ImagesView images = new ImagesView(
                synthesis.images(),
                new OrderSwitch(
                        parameters, synthesis.run().work().stateProperty(), context.texts(), context.lifetime()),
                synthesis.pendingColumns(),
                inspector.node(),
                new TileViews(synthesis.tiles(), this::animate, context.picker(), context.texts()),
                context.texts(),
                context.lifetime());
        GridSelection.link(synthesis.embedding().selection(), images.grid(), context.lifetime());
        images.showWithPairs(
                new RealImagesPrompt(synthesis.realImages(), "grid.pairs.find", context.texts(), context.lifetime())
                        .node(),
                context.lifetime());
        images.showBelowGrid(
                new MarkedImagesView(synthesis.embedding().marked(), context.texts(), context.lifetime()).node());
        images.showBelowGrid(new TimeLineView(synthesis.timeLine(), context.texts(), context.lifetime()).node());
        return images;
    }

    private void animate(Tile tile) {
        synthesis
                .run()
                .folderProperty()
                .get()
                .ifPresent(run -> animation.offer(
                        run,
                        AnimationOptions.of(new AnimationOptions.Place(tile.row(), tile.column())),
                        synthesis.tiles().nameOf(tile)));
    }

    private Region measurements(PageContext context) {
        NotesView notes = new NotesView(
                synthesis.notes(),
                parameters,
                synthesis.run().work().stateProperty(),
                context.texts(),
                context.lifetime());
        MeasurementsView measurements = new MeasurementsView(
                synthesis.figures(),
                synthesis.progress(),
                synthesis.charts(),
                notes,
                context.texts(),
                context.lifetime());
        ChartMenu menu = new ChartMenu(synthesis.chartFiles(), context.picker(), context.texts());
        measurements.charts().forEach(menu::installOn);
        return new MeasurementTabsView(
                        synthesis.tabs(),
                        measurements.node(),
                        new EmbeddingView(
                                        synthesis.embedding(), synthesis.images(), context.texts(), context.lifetime())
                                .node(),
                        classDiversity(context),
                        context.texts(),
                        context.lifetime())
                .node();
    }

    private Region classDiversity(PageContext context) {
        ClassDiversityViewModel table = synthesis.classDiversity();
        return new ClassDiversityView(
                        table,
                        () -> context.picker()
                                .pick(
                                        PathRequest.saveFile(
                                                "picker.table.save", FileType.TABLES, "diversity-by-class.csv"),
                                        context.texts())
                                .ifPresent(table::writeTable),
                        synthesis.embedding().map()::showOnly,
                        context.texts(),
                        context.lifetime())
                .node();
    }

    private ObservableValue<Boolean> nothingToPlay() {
        return synthesis.timeLine().stateProperty().map(state -> state != TimeLineState.READY);
    }

    private List<List<Command>> commands(ImageGrid grid) {
        BooleanProperty logarithmic = synthesis.loss().logarithmicProperty();
        return List.of(
                List.of(
                        Command.always(
                                "command.zoomIn", StudioIcon.ZOOM_IN, Command.control(KeyCode.EQUALS), grid::zoomIn),
                        Command.always(
                                "command.zoomOut", StudioIcon.ZOOM_OUT, Command.control(KeyCode.MINUS), grid::zoomOut),
                        Command.always(
                                "command.zoomFit", StudioIcon.ZOOM_FIT, Command.control(KeyCode.DIGIT0), grid::fit)),
                List.of(
                        Command.of(
                                "command.timeline.play",
                                StudioIcon.START,
                                Command.control(KeyCode.P),
                                nothingToPlay(),
                                synthesis.timeLine()::playOrPause),
                        Command.of(
                                "command.timeline.newest",
                                StudioIcon.STEP,
                                Command.control(KeyCode.B),
                                synthesis.timeLine().liveProperty(),
                                synthesis.timeLine()::toLive)),
                List.of(new Command(
                        logarithmic.map(now -> now ? "command.linear" : "command.logarithmic"),
                        new SimpleObjectProperty<>(StudioIcon.SCALE),
                        Command.control(KeyCode.G),
                        Command.never(),
                        () -> logarithmic.set(!logarithmic.get()))));
    }
}
