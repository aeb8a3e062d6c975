package org.dwastudio.stage.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dwastudio.file.SafeName;

/** Classes by name, images by column: {@code Ankle-boot/03}. */
record PlainNames() implements ImageNames {

    @Override
    public List<String> folders(DistilledSet set) {
        Set<String> used = new HashSet<>();
        List<String> folders = new ArrayList<>();
        for (String className : set.classNames()) {
            String name = SafeName.of(className, "class");
            // Two names may differ only in characters that no folder name can contain, or only in case.
            while (!used.add(name.toLowerCase(Locale.ROOT))) {
                name += "-" + folders.size();
            }
            folders.add(name);
        }
        return List.copyOf(folders);
    }

    @Override
    public String file(DistilledSet set, DistilledSet.ImageRef image) {
        return SafeName.padded(image.column(), set.experiment().synthesis().imagesPerClass());
    }
}
