/** Text output of estimates, devices and dataset reports. */
package org.dwastudio.cli.text;
