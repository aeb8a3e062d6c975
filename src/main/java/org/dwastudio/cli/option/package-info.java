/** Option groups and converters that commands share. */
package org.dwastudio.cli.option;
