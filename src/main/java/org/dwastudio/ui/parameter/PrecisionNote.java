package org.dwastudio.ui.parameter;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.dwastudio.compute.PrecisionAdvice;
import org.dwastudio.config.synthesis.Execution.Precision;
import org.dwastudio.ui.control.WarningLabel;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** Note that the selected precision brings no speed-up on this computer, with the reason; hidden otherwise. */
final class PrecisionNote extends WarningLabel {

    /** @param advice for every precision that brings no speed-up on the selected device */
    PrecisionNote(
            ObservableValue<Precision> chosen,
            ObservableValue<Map<Precision, PrecisionAdvice>> advice,
            Messages texts,
            Disposables lifetime) {
        super("precision-note");
        lifetime.follow(
                () -> {
                    Optional<PrecisionAdvice> reason =
                            Optional.ofNullable(advice.getValue().get(chosen.getValue()));
                    warn(reason.map(known -> words(known, texts)).orElse(""));
                },
                chosen,
                advice);
    }

    private static String words(PrecisionAdvice advice, Messages texts) {
        String key = "precision.advice." + advice.kind().name().toLowerCase(Locale.ROOT);
        return texts.format(key, advice.arguments().toArray());
    }
}
