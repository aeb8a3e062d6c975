package org.dwastudio.report;

import java.io.IOException;

/** Section of the report. */
@FunctionalInterface
interface Section {
    void write(XhtmlWriter page, ReportMessages texts) throws IOException;
}
