/** Stage 2: synthetic images from a teacher, by directed weight adjustment. */
package org.dwastudio.pipeline.synthesis;
