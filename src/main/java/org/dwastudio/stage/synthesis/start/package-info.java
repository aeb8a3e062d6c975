/** Initialization of the synthetic images. */
package org.dwastudio.stage.synthesis.start;
