/** The evaluation page: student recipe, progress and results. */
package org.dwastudio.ui.evaluation;
