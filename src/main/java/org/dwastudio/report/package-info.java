/** The HTML report of a run. */
package org.dwastudio.report;
