/** Optimizers on published problems: curve fits with certified digits, test functions, hand-written digits. */
package dev.pullback.samples.optimization;
