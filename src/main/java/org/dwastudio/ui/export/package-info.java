/** Exports of distilled images and reports, as the window offers them. Knows no screen. */
package org.dwastudio.ui.export;
