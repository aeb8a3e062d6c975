/** Python's pickles as plain data: whatever a file asks for, nothing is imported, constructed or called. */
package org.dwastudio.network.pickle;
