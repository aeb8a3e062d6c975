/** Stage 5, export: writes the distilled set in a format that other programs read. */
package org.dwastudio.stage.export;
