/** Embeddings of feature matrices in the plane: principal components and t-SNE. Knows no network and no dataset. */
@NullMarked
package org.dwastudio.metric.embedding;

import org.jspecify.annotations.NullMarked;
