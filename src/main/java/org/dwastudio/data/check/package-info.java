/** Full checks of a dataset: unreadable files, statistics, duplicates across splits. */
package org.dwastudio.data.check;
