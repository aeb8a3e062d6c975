/** Stage 2, synthesis: Directed Weight Adjustment and the pixel steps, column by column. */
package org.dwastudio.stage.synthesis;
