/** Parts of any report: its file, sections, texts, tables and charts. Knows no run. */
@NullMarked
package org.dwastudio.report.page;

import org.jspecify.annotations.NullMarked;
