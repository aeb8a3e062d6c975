/**
 * Messages in several languages, text from files that is cut and escaped before it is shown, and numbers as people write
 * them. Needs the JDK only.
 */
@NullMarked
package org.dwastudio.text;

import org.jspecify.annotations.NullMarked;
