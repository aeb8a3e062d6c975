package org.dwastudio.stage.export;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.stage.export.format.ImageEncoding;

/**
 * Hugging Face's {@code imagefolder}: images below {@code train}, a line for each in {@code train/metadata.jsonl}, and
 * a dataset card.
 *
 * @param imageEncoding image encoding
 */
record HuggingFaceFolder(ImageEncoding imageEncoding) implements ExportWriter {
    private static final String SPLIT = "train";
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    @Override
    public void write(DistilledSet set, Path folder) throws IOException {
        Path split = Files.createDirectory(folder.resolve(SPLIT));
        ImageFolders layout = new ImageFolders(new OrderedNames(), imageEncoding);
        List<String> folders = layout.classFolders(set);
        StringBuilder lines = new StringBuilder();
        for (DistilledSet.ImageRef image : set.images()) {
            String file = layout.file(set, folders, image);
            layout.write(image, file, split);
            lines.append(line(set, image, file)).append('\n');
        }
        Files.writeString(split.resolve("metadata.jsonl"), lines);
        Files.writeString(folder.resolve("README.md"), new HuggingFaceCard(set, encoding()).text());
    }

    private static String line(DistilledSet set, DistilledSet.ImageRef image, String file) {
        JsonObject line = new JsonObject();
        line.addProperty("file_name", file);
        line.addProperty("label", image.label());
        line.addProperty("class_name", set.classNames().get(image.label()));
        return GSON.toJson(line);
    }

    @Override
    public String encoding() {
        return imageEncoding.description();
    }

    @Override
    public List<String> classFolders(DistilledSet set) {
        return new OrderedNames().folders(set);
    }
}
