package org.dwastudio.pipeline.report;

import java.io.IOException;

/** A part of the report. */
@FunctionalInterface
interface Section {
    void write(Markup page, ReportTexts texts) throws IOException;
}
