/** The engine's services for datasets, teachers and stored results: short questions alongside the stages. */
package org.dwastudio.engine.service;
