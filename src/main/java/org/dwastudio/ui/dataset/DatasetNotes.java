package org.dwastudio.ui.dataset;

import org.dwastudio.data.DatasetNote;
import org.dwastudio.ui.screen.Messages;

/** Notes on a dataset in the language of the window. */
final class DatasetNotes {
    private DatasetNotes() {}

    static String describe(DatasetNote note, Messages texts) {
        return texts.format(
                "dataset.note." + note.kind().key(), note.arguments().toArray());
    }
}
