/** Stage 1, squeeze: trains a teacher on a dataset. */
package org.dwastudio.stage.squeeze;
