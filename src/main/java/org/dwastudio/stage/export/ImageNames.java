package org.dwastudio.stage.export;

import java.util.List;

/** Naming of an export with one folder per class. */
sealed interface ImageNames permits PublishedNames, OrderedNames {

    /** Returns a unique folder name for each class, in label order. */
    List<String> folders(DistilledSet set);

    /** Returns an image's file name in its class's folder, without extension. */
    String file(DistilledSet set, DistilledSet.ImageRef image);
}
