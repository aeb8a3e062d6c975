/** Controls that any screen can use. Knows no screen. */
package org.dwastudio.ui.control;
