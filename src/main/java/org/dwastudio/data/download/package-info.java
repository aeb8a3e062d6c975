/** Downloads of published datasets and of the CUDA build, resumable and verified by checksum. */
package org.dwastudio.data.download;
