/** Charts, drawn on a canvas. Knows no screen. */
package org.dwastudio.ui.chart;
