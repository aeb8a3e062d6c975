/** Training batches: order, augmentation and mixing, each seeded by position. */
@NullMarked
package org.dwastudio.train.batch;

import org.jspecify.annotations.NullMarked;
