/** Fetches published datasets from their publishers, checks and unpacks them; nothing outside their folder is written. */
package org.dwastudio.data.download;
