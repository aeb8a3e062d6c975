/**
 * Messages in several languages, the messages of failures, text from files that is cut and escaped before it is shown,
 * and numbers as people write them. Needs the JDK only.
 */
@NullMarked
package org.dwastudio.text;

import org.jspecify.annotations.NullMarked;
