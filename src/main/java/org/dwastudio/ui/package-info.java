/** The studio as a program: composition root and main window. */
package org.dwastudio.ui;
