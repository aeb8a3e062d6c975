package org.dwastudio.stage.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Names of the published code, which its relabeling and evaluation read: {@code new003/class003_id000}. */
record PublishedNames() implements ImageNames {

    @Override
    public List<String> folders(DistilledSet set) {
        return IntStream.range(0, set.classNames().size())
                .mapToObj(label -> String.format(Locale.ROOT, "new%03d", label))
                .toList();
    }

    @Override
    public String file(DistilledSet set, DistilledSet.ImageRef image) {
        return String.format(Locale.ROOT, "class%03d_id%03d", image.label(), image.column());
    }
}
