/** The squeeze page: teacher recipe, progress and the trained teacher. */
package org.dwastudio.ui.squeeze;
