/** Requests and formats of an export as plain values. */
package org.dwastudio.stage.export.format;
