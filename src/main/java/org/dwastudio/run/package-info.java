/** Run folders: layout, lock, metadata, log and images. */
package org.dwastudio.run;
