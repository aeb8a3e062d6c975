/** Dataset formats, one reader per format, and the catalog that detects them. */
package org.dwastudio.data.format;
