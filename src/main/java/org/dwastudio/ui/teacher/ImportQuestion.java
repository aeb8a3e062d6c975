package org.dwastudio.ui.teacher;

import java.util.List;
import java.util.Optional;
import org.dwastudio.teacher.ExtraTensorsException;
import org.dwastudio.teacher.ImportConsents;
import org.dwastudio.teacher.OtherClassesException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.PrintableText;

/** Consent without which an import fails. */
public sealed interface ImportQuestion {
    /**
     * Tensors that the network does not use would be left out.
     *
     * @param names names of the tensors
     */
    record ExtraTensors(List<String> names) implements ImportQuestion {
        @Override
        public ImportConsents addedTo(ImportConsents consents) {
            return consents.ignoringExtra();
        }
    }

    /**
     * A teacher of other classes would be used on the dataset.
     *
     * @param trainedOn name of the dataset that it was trained on
     */
    record OtherClasses(String trainedOn) implements ImportQuestion {
        @Override
        public ImportConsents addedTo(ImportConsents consents) {
            return consents.allowingOtherClasses();
        }
    }

    /** Returns the consents with this one. */
    ImportConsents addedTo(ImportConsents consents);

    /** Returns the consent that would have avoided a failure; empty if none would. */
    static Optional<ImportQuestion> of(Throwable failure) {
        Throwable cause = FailureCause.of(failure);
        if (cause instanceof ExtraTensorsException extra) {
            return Optional.of(new ExtraTensors(extra.extra()));
        }
        return cause instanceof OtherClassesException other
                ? Optional.of(new OtherClasses(PrintableText.name(other.trainedOn())))
                : Optional.empty();
    }
}
