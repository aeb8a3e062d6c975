/** Choice, options, check and download of datasets. */
package org.dwastudio.ui.dataset;
