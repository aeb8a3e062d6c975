/** How files are named and written, whatever they hold; stands on the JDK alone. */
package org.dwastudio.file;
