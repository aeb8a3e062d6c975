/** Teachers: a network, its weights and their metadata; the teacher library, and the import of published weights. */
package org.dwastudio.teacher;
