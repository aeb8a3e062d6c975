/** The command line: parsing of arguments and translation of failures. */
package org.dwastudio.cli;
