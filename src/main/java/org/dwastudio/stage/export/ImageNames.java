package org.dwastudio.stage.export;

import java.util.List;

/** Where pictures go in an export: one folder a class. */
sealed interface ImageNames permits PublishedNames, PlainNames {

    /** A folder for each class, in label order, no two alike. */
    List<String> folders(DistilledSet set);

    /** A file's name in its class's folder, without its ending. */
    String file(DistilledSet set, DistilledSet.Picture picture);
}
