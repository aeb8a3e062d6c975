/**
 * Images in Apache Parquet files, as the Hugging Face hub stores datasets. Every size that a file declares is checked
 * before memory is allocated.
 */
@NullMarked
package org.dwastudio.data.parquet;

import org.jspecify.annotations.NullMarked;
