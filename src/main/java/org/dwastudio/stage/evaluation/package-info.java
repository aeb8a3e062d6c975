/** Stage 4, evaluation: trains students on the distilled set and on the baselines. */
package org.dwastudio.stage.evaluation;
