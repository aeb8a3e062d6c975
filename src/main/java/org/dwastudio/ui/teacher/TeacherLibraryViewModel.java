package org.dwastudio.ui.teacher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dwastudio.config.StageName;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.teacher.TeacherLibrary;
import org.dwastudio.ui.desktop.FileReveal;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.notice.NextStep;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;

/** The user's own teachers, and which of them the experiment uses. FX thread only. */
public final class TeacherLibraryViewModel {
    private final TeacherLibrary library;
    private final ParametersViewModel parameters;
    private final FileReveal reveal;
    private final Executor fxExecutor;
    private final Executor background;
    private final Notices notices;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final ObservableList<LibraryTeacher> teachers = FXCollections.observableArrayList();
    private final ObservableList<LibraryTeacher> unmodifiable = FXCollections.unmodifiableObservableList(teachers);
    private final ObservableList<TeacherLibrary.Broken> damaged = FXCollections.observableArrayList();
    private final ObservableList<TeacherLibrary.Broken> unmodifiableDamaged =
            FXCollections.unmodifiableObservableList(damaged);

    /**
     * Empty until it is read.
     *
     * @param background files are read and written here
     */
    public TeacherLibraryViewModel(
            TeacherLibrary library,
            ParametersViewModel parameters,
            FileReveal reveal,
            Executor fxExecutor,
            Executor background,
            Notices notices) {
        this.library = library;
        this.parameters = parameters;
        this.reveal = reveal;
        this.fxExecutor = fxExecutor;
        this.background = background;
        this.notices = notices;
    }

    /** True while the dialog is open. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Reads the library's folder and opens the dialog. */
    public void open() {
        refresh();
        shown.set(true);
    }

    /** By name. */
    public ObservableList<LibraryTeacher> teachers() {
        return unmodifiable;
    }

    /** Returns the files of the library that should be teachers and cannot be read, by name. */
    public ObservableList<TeacherLibrary.Broken> damaged() {
        return unmodifiableDamaged;
    }

    /** Reads the library's folder. */
    public void refresh() {
        inBackground(this::read, "teacher.notice.list", content -> {
            damaged.setAll(content.damaged());
            teachers.setAll(content.teachers());
        });
    }

    /** Takes the teacher that comes with the program. */
    public void useBundled() {
        parameters.useTeacher(new TeacherConfig(TeacherConfig.BUNDLED, Optional.empty()));
    }

    /** Takes a teacher's file, of the library or from elsewhere. */
    public void use(Path file) {
        parameters.useTeacher(new TeacherConfig(file.toString(), Optional.empty()));
    }

    public boolean isUsed(LibraryTeacher teacher) {
        return parameters
                .teacherProperty()
                .get()
                .weights()
                .equals(teacher.file().toString());
    }

    /** Copies a teacher's file into the library. */
    public void add(Path file, String name) {
        inBackground(() -> library.add(file, name), "teacher.notice.add", added -> {
            notices.add(Notice.done("teacher.notice.added", added.toString()));
            refresh();
        });
    }

    /** Copies a teacher's file into the library and takes it from there. */
    public void addAndUse(Path file, String name) {
        inBackground(() -> library.add(file, name), "teacher.notice.add", added -> {
            use(added);
            notices.add(Notice.done("teacher.notice.used", added.toString())
                    .with("notice.next.distill", new NextStep.ShowStage(StageName.SYNTHESIS)));
            refresh();
        });
    }

    /** Gives a teacher another name; the experiment that uses it keeps it. */
    public void rename(LibraryTeacher teacher, String name) {
        if (name.isBlank() || name.strip().equals(teacher.name())) {
            return;
        }
        inBackground(() -> library.rename(teacher.file(), name.strip()), "teacher.notice.rename", renamed -> {
            if (isUsed(teacher)) {
                use(renamed);
            }
            refresh();
        });
    }

    /** Moves a teacher into the trash; an experiment that used it takes the bundled one. */
    public void delete(LibraryTeacher teacher) {
        inBackground(() -> deleted(teacher.file()), "teacher.notice.delete", file -> {
            if (isUsed(teacher)) {
                useBundled();
            }
            notices.add(Notice.done("teacher.notice.deleted", teacher.name()));
            refresh();
        });
    }

    /** Returns the path of a new teacher. */
    Path placeFor(String name) {
        return library.placeFor(name);
    }

    /** Moves a file that is not wanted into the trash. */
    public void discard(Path file) {
        inBackground(() -> deleted(file), "teacher.notice.delete", gone -> refresh());
    }

    private Path deleted(Path file) throws IOException {
        library.delete(file);
        return file;
    }

    /** Shows a teacher's file in the desktop's file manager; shows its path if there is none. */
    public void reveal(Path teacher) {
        Callable<Path> work = () -> {
            reveal.reveal(teacher);
            return teacher;
        };
        run(work, shown -> {}, failure -> notices.add(Notice.failed("teacher.notice.reveal", "", teacher.toString())));
    }

    private Content read() throws IOException {
        TeacherLibrary.Content content = library.read();
        return new Content(content.teachers().stream().map(LibraryTeacher::of).toList(), content.broken());
    }

    private record Content(List<LibraryTeacher> teachers, List<TeacherLibrary.Broken> damaged) {}

    private <T> void inBackground(Callable<T> work, String failureKey, Consumer<T> then) {
        run(work, then, failure -> notices.addFailure(failureKey, failure));
    }

    private <T> void run(Callable<T> work, Consumer<T> then, Consumer<Throwable> otherwise) {
        BackgroundTask.of(work).onSuccess(then).onFailure(otherwise).start(background, fxExecutor);
    }
}
