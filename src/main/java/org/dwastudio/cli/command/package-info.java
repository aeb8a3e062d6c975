/** The commands, one class each. */
package org.dwastudio.cli.command;
