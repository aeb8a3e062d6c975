package org.dwastudio.stage.export;

import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.file.SafeName;

/**
 * Classes by label and name, images by column: {@code 01_Ankle-boot/03}. The folders sort in label order, so that
 * programs that number classes by sorted folder names, such as torchvision's {@code ImageFolder}, get the same labels.
 */
record OrderedNames() implements ImageNames {

    @Override
    public List<String> folders(DistilledSet set) {
        int classes = set.classNames().size();
        return IntStream.range(0, classes)
                .mapToObj(label -> SafeName.padded(label, classes) + "_"
                        + SafeName.of(set.classNames().get(label), "class"))
                .toList();
    }

    @Override
    public String file(DistilledSet set, DistilledSet.ImageRef image) {
        return SafeName.padded(image.column(), set.experiment().synthesis().imagesPerClass());
    }
}
