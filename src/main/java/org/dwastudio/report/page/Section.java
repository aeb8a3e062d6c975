package org.dwastudio.report.page;

import java.io.IOException;

/** Section of a report. */
@FunctionalInterface
public interface Section {
    /** Writes the section. */
    void write(XhtmlWriter page, ReportMessages texts) throws IOException;
}
