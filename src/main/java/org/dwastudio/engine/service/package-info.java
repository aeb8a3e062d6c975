/** The engine's services for datasets, teachers and stored results: short questions alongside the stages. */
@NullMarked
package org.dwastudio.engine.service;

import org.jspecify.annotations.NullMarked;
