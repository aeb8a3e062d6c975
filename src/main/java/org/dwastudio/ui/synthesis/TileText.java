package org.dwastudio.ui.synthesis;

import java.util.Locale;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.PercentText;

/** Description of an image in the language of the window. */
record TileText(Messages texts) {

    /** Returns class and column, the state, and the teacher's prediction if it is known, one per line. */
    String of(TileFacts facts) {
        StringBuilder text = new StringBuilder(texts.format("tile.place", facts.className(), facts.column() + 1));
        text.append('\n')
                .append(texts.format(
                        facts.earlier()
                                ? "tile.state.earlier"
                                : "tile.state." + facts.state().name().toLowerCase(Locale.ROOT),
                        Integer.toString(facts.iteration())));
        facts.prediction().ifPresent(known -> text.append('\n')
                .append(texts.format("tile.prediction", known.className(), PercentText.of(known.probability()))));
        return text.toString();
    }
}
