package org.dwastudio.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.dwastudio.ui.dataset.DatasetViewModel;
import org.dwastudio.ui.desktop.FileType;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.teacher.ImportWeightsView;
import org.dwastudio.ui.teacher.TeacherLibraryView;
import org.dwastudio.ui.teacher.Teachers;

/**
 * Dialogs about teachers, opened and closed by their view models.
 *
 * @param all one for each
 */
record TeacherDialogs(List<ToolDialog> all) {
    private static final double LIBRARY_WIDTH = 760;
    private static final double IMPORT_WIDTH = 560;

    static TeacherDialogs of(
            Window owner,
            Teachers teachers,
            DatasetViewModel dataset,
            Dialogs dialogs,
            PathPicker picker,
            Messages texts,
            Disposables lifetime) {
        ToolDialog imports = new ToolDialog(
                owner,
                teachers.imports().shownProperty(),
                "command.importWeights",
                whileOpen -> imports(teachers, dataset, picker, texts, whileOpen),
                texts,
                lifetime);
        ToolDialog library = new ToolDialog(
                owner,
                teachers.library().shownProperty(),
                "command.manageTeachers",
                whileOpen -> library(teachers, dialogs, picker, texts, whileOpen),
                texts,
                lifetime);
        return new TeacherDialogs(List.of(imports, library));
    }

    private static Region imports(
            Teachers teachers, DatasetViewModel dataset, PathPicker picker, Messages texts, Disposables whileOpen) {
        Region node = new ImportWeightsView(
                        teachers.imports(),
                        dataset,
                        () -> picker.pick(
                                PathRequest.openFile("teacher.picker.weights", FileType.WEIGHTS, FileType.ALL), texts),
                        () -> teachers.imports().shownProperty().set(false),
                        texts,
                        whileOpen)
                .node();
        node.setPrefWidth(IMPORT_WIDTH);
        // The result needs space that the form alone does not.
        whileOpen.follow(
                () -> windowOf(node).ifPresent(Window::sizeToScene),
                teachers.imports().stateProperty(),
                teachers.imports().normalizationGivenProperty());
        return node;
    }

    private static Region library(
            Teachers teachers, Dialogs dialogs, PathPicker picker, Messages texts, Disposables whileOpen) {
        // The view needs the question, and the question the window of the view.
        Region[] shown = new Region[1];
        Region node = new TeacherLibraryView(
                        teachers.library(),
                        () -> picker.pick(PathRequest.openFile("teacher.picker.teacher", FileType.TEACHERS), texts),
                        teacher -> windowOf(shown[0])
                                .ifPresent(window -> dialogs.askBeforeDeletingTeacher(
                                        window, teacher.name(), () -> teachers.library()
                                                .delete(teacher))),
                        texts,
                        whileOpen)
                .node();
        shown[0] = node;
        node.setPrefWidth(LIBRARY_WIDTH);
        return node;
    }

    private static Optional<Window> windowOf(Node node) {
        return Optional.ofNullable(node.getScene()).map(Scene::getWindow);
    }
}
