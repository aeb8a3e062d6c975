/** Results of an evaluation as plain values, for tables, reports and the window. */
package org.dwastudio.stage.evaluation.result;
