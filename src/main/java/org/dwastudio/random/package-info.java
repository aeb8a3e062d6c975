/** Seeded, position-keyed random generators and permutations. Every random decision of a run goes through them. */
package org.dwastudio.random;
