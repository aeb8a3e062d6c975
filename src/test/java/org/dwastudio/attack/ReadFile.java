package org.dwastudio.attack;

import java.util.List;

/**
 * Kind of file that the program reads, and its attackers.
 *
 * @param kind name of the kind
 * @param openedBy classes that open such files, without {@code org.dwastudio.}
 * @param readers readers that are attacked
 */
record ReadFile(String kind, List<String> openedBy, List<ForeignReader> readers) {
    ReadFile {
        openedBy = List.copyOf(openedBy);
        readers = List.copyOf(readers);
    }
}
