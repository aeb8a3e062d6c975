/** Losses, diversity and notes of a synthesis as charts and figures. */
package org.dwastudio.ui.measurement;
