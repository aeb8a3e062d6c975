package org.dwastudio.stage.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.stage.export.format.ImageEncoding;
import org.dwastudio.text.PrintableText;

/**
 * One folder per class in label order, the class names in {@code classes.txt}, and a {@code README.md}.
 *
 * @param imageEncoding image encoding
 */
record ClassFolders(ImageEncoding imageEncoding) implements ExportWriter {
    static final String CLASSES = "classes.txt";

    @Override
    public void write(DistilledSet set, Path folder) throws IOException {
        layout().write(set, folder);
        List<String> names =
                set.classNames().stream().map(PrintableText::escaped).toList();
        Files.writeString(folder.resolve(CLASSES), String.join("\n", names) + "\n");
        Files.writeString(
                folder.resolve("README.md"), new ClassFoldersReadme(set, classFolders(set), encoding()).text());
    }

    private ImageFolders layout() {
        return new ImageFolders(new OrderedNames(), imageEncoding);
    }

    @Override
    public String encoding() {
        return imageEncoding.description();
    }

    @Override
    public List<String> classFolders(DistilledSet set) {
        return layout().classFolders(set);
    }
}
