package org.dwastudio.teacher;

/**
 * Consents of a user to an import that is refused without them.
 *
 * @param ignoreExtra true to leave out tensors that the network does not use
 * @param otherClasses true to use a teacher on a dataset of other class names
 */
public record ImportConsents(boolean ignoreExtra, boolean otherClasses) {
    /** No consent. */
    public static final ImportConsents NONE = new ImportConsents(false, false);

    /** Returns the same consents with that to leave out tensors. */
    public ImportConsents ignoringExtra() {
        return new ImportConsents(true, otherClasses);
    }

    /** Returns the same consents with that to other class names. */
    public ImportConsents allowingOtherClasses() {
        return new ImportConsents(ignoreExtra, true);
    }
}
