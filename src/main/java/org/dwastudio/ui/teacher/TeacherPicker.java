package org.dwastudio.ui.teacher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.teacher.TeacherLibrary;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.dataset.DatasetViewModel;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.PercentText;
import org.dwastudio.ui.stage.RunPhase;

/** The chevron of the teacher card: the bundled teacher, those of the library, and the ways to more. */
public final class TeacherPicker {
    /**
     * The ways to more teachers.
     *
     * @param train shows the page on which one is trained
     * @param importWeights opens the dialog for weights of other programs
     * @param openFile asks for a teacher's file and takes it
     * @param arrange opens the library
     */
    public record Ways(Runnable train, Runnable importWeights, Runnable openFile, Runnable arrange) {}

    private final TeacherLibraryViewModel library;
    private final Ways ways;
    private final Messages texts;
    private final MenuButton button = new MenuButton();

    /** @param synthesis while one is running, the teacher cannot be changed */
    public TeacherPicker(
            TeacherLibraryViewModel library,
            DatasetViewModel dataset,
            ObservableValue<RunPhase> synthesis,
            Ways ways,
            Messages texts,
            Disposables lifetime) {
        this.library = library;
        this.ways = ways;
        this.texts = texts;
        button.setId("teacher-picker");
        button.getStyleClass().add("card-picker");
        button.setAccessibleText(texts.get("teacher.choose"));
        lifetime.follow(
                () -> button.getItems().setAll(items(dataset.factsProperty().get())),
                library.teachers(),
                library.damaged(),
                dataset.factsProperty());
        lifetime.follow(synthesis, state -> button.setDisable(state.isActive()));
    }

    public MenuButton node() {
        return button;
    }

    private List<MenuItem> items(LoadState<DatasetSummary> dataset) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item(texts.get("teacher.bundled"), library::useBundled));
        Comparator<LibraryTeacher> fittingFirst = Comparator.comparing(one -> !fits(one, dataset));
        library.teachers().stream().sorted(fittingFirst).forEach(one -> items.add(item(one, dataset)));
        library.damaged().forEach(one -> items.add(damaged(one)));
        items.add(new SeparatorMenuItem());
        items.add(item(texts.get("command.train"), StudioIcon.TRAIN, ways.train()));
        items.add(item(texts.get("command.importWeights"), StudioIcon.IMPORT, ways.importWeights()));
        items.add(item(texts.get("teacher.openFile"), StudioIcon.OPEN, ways.openFile()));
        items.add(item(texts.get("command.manageTeachers"), StudioIcon.LIBRARY, ways.arrange()));
        return items;
    }

    private MenuItem item(LibraryTeacher teacher, LoadState<DatasetSummary> dataset) {
        boolean fits = fits(teacher, dataset);
        String words = fits
                ? accuracyOf(teacher)
                        .map(accuracy -> texts.format("teacher.withAccuracy", teacher.name(), accuracy))
                        .orElse(teacher.name())
                : texts.format(
                        "teacher.fitsNot",
                        teacher.name(),
                        Integer.toString(teacher.network().classes()),
                        Integer.toString(teacher.network().imageSize()),
                        texts.get(teacher.network().channels() == 1 ? "dataset.gray" : "dataset.color"));
        MenuItem item = item(words, () -> library.use(teacher.file()));
        item.setDisable(!fits);
        return item;
    }

    private MenuItem damaged(TeacherLibrary.Broken teacher) {
        MenuItem item = item(
                texts.format("teacher.damaged", teacher.file().getFileName().toString()), library::open);
        item.setGraphic(StudioIcon.FAILED.node());
        return item;
    }

    private static boolean fits(LibraryTeacher teacher, LoadState<DatasetSummary> dataset) {
        return dataset.value().filter(facts -> !teacher.fits(facts)).isEmpty();
    }

    private static Optional<String> accuracyOf(LibraryTeacher teacher) {
        return Double.isNaN(teacher.testAccuracy())
                ? Optional.empty()
                : Optional.of(PercentText.of(teacher.testAccuracy()));
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        // Names are the user's: an underscore in them is no mnemonic.
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static MenuItem item(String words, StudioIcon icon, Runnable action) {
        MenuItem item = item(words, action);
        item.setGraphic(icon.node());
        return item;
    }
}
