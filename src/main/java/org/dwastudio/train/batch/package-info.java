/** Training batches: order, augmentation and mixing, each seeded by position. */
package org.dwastudio.train.batch;
