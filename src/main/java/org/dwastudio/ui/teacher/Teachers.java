package org.dwastudio.ui.teacher;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.dwastudio.engine.Engine;
import org.dwastudio.teacher.TeacherLibrary;
import org.dwastudio.ui.dataset.Datasets;
import org.dwastudio.ui.desktop.FileReveal;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;

/**
 * View models of the teachers that can be used. FX thread only.
 *
 * @param current the experiment's teacher
 * @param compatibility of the current teacher with the current dataset
 */
public record Teachers(
        TeacherViewModel current,
        TeacherLibraryViewModel library,
        WeightsImportViewModel imports,
        CompatibilityViewModel compatibility) {

    /** Creates and connects the view models. */
    public static Teachers on(
            Engine engine,
            Threads threads,
            TeacherLibrary folder,
            FileReveal reveal,
            ParametersViewModel parameters,
            Datasets datasets,
            Notices notices) {
        TeacherViewModel current = new TeacherViewModel(engine, threads.fx(), notices);
        TeacherLibraryViewModel library =
                new TeacherLibraryViewModel(folder, parameters, reveal, threads.fx(), threads.background(), notices);
        parameters.teacherProperty().subscribe((old, config) -> current.load(config));
        datasets.current().factsProperty().subscribe((old, loaded) -> {
            if (loaded.value().isPresent()) {
                current.refresh();
            }
        });
        return new Teachers(
                current,
                library,
                new WeightsImportViewModel(engine, threads.fx(), parameters, library),
                new CompatibilityViewModel(
                        datasets.current().factsProperty(), current.factsProperty(), datasets.choice()));
    }

    /** True if a synthesis can start with the current teacher. */
    public ObservableValue<Boolean> usable() {
        return Bindings.createBooleanBinding(
                () -> !current.factsProperty().get().isFailed()
                        && compatibility.incompatibilityProperty().get().isEmpty(),
                current.factsProperty(),
                compatibility.incompatibilityProperty());
    }
}
