package org.dwastudio.ui.desktop;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.dwastudio.ui.screen.Messages;

/**
 * Asks with the dialogs of the desktop.
 *
 * @param owner the window in front of which they open
 */
public record WindowPathPicker(Window owner) implements PathPicker {

    @Override
    public Optional<Path> experimentToOpen(Messages texts) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("picker.open"));
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(
                        texts.get("picker.experimentsAndPictures"),
                        "*.dwa",
                        "*.yaml",
                        "*.yml",
                        "*.png",
                        "*.jpg",
                        "*.jpeg"));
        return asPath(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> runToOpen(Messages texts) {
        return folder("picker.openRun", texts);
    }

    @Override
    public Optional<Path> experimentToSave(String suggestedName, Messages texts) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("picker.save"));
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(texts.get("picker.experiments"), "*.dwa", "*.yaml", "*.yml"));
        chooser.setInitialFileName(suggestedName);
        return asPath(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> exportFolder(Messages texts) {
        return folder("picker.export", texts);
    }

    @Override
    public Optional<Path> reportFile(String suggestedName, Messages texts) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("picker.report"));
        chooser.setInitialFileName(suggestedName);
        chooser.getExtensionFilters().add(new ExtensionFilter(texts.get("picker.reports"), "*.html"));
        return asPath(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> tensorFile(Messages texts) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("picker.tensor"));
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(texts.get("picker.tensorFiles"), "*.npz", "*.safetensors"));
        return asPath(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> teacherFile(Messages texts) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("teacher.picker.teacher"));
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(texts.get("teacher.picker.teachers"), "*.safetensors", "*.npz"));
        return asPath(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> datasetFolder(Messages texts) {
        return folder("dataset.picker.folder", texts);
    }

    @Override
    public Optional<Path> datasetArchive(Messages texts) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("dataset.picker.archive"));
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(
                        texts.get("dataset.picker.archives"), "*.tar.gz", "*.tgz", "*.tar", "*.zip", "*.gz"));
        return asPath(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> weightsFile(Messages texts) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("teacher.picker.weights"));
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(
                                texts.get("teacher.picker.weightsFiles"),
                                "*.pth",
                                "*.pt",
                                "*.ckpt",
                                "*.tar",
                                "*.bin",
                                "*.safetensors",
                                "*.npz"),
                        new ExtensionFilter(texts.get("teacher.picker.allFiles"), "*"));
        return asPath(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> runFolder(Messages texts) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("squeeze.picker.run"));
        return asPath(chooser.showDialog(owner));
    }

    @Override
    public Optional<Path> evaluatedRun(Messages texts) {
        return folder("evaluation.picker.run", texts);
    }

    @Override
    public Optional<Path> datasetParent(Messages texts) {
        return folder("dataset.picker.parent", texts);
    }

    @Override
    public Optional<Path> libtorchFolder(Messages texts) {
        return folder("compute.folder.prompt", texts);
    }

    private Optional<Path> folder(String titleKey, Messages texts) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get(titleKey));
        return asPath(chooser.showDialog(owner));
    }

    private static Optional<Path> asPath(File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}
