/** Image folders: listing, class names, links, and the manifests of this program's exports. Used by the readers of formats. */
@NullMarked
package org.dwastudio.data.folder;

import org.jspecify.annotations.NullMarked;
