/** Objectives with known minima and a meter for allocation, for the tests of the runtime. */
@NullMarked
package dev.pullback.runtime.testkit;

import org.jspecify.annotations.NullMarked;
