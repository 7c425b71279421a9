/**
 * Loops that are too long to record: snapshots of the state instead of a tape, and the iterations between them run again.
 *
 * <p>A {@link dev.pullback.runtime.checkpoint.CheckpointSchedule} says where to take snapshots, {@link
 * dev.pullback.runtime.checkpoint.Checkpoints} keeps them for generated code, and a {@link
 * dev.pullback.runtime.checkpoint.CheckpointReport} says what that cost.
 */
@NullMarked
package dev.pullback.runtime.checkpoint;

import org.jspecify.annotations.NullMarked;
