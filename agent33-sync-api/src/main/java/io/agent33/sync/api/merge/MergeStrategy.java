package io.agent33.sync.api.merge;

/**
 * Makes one text of a baseline and of what two sides made of it (S8). To be implemented; a rule names a strategy by the
 * name under which the host registered it.
 *
 * <p>The law, with {@code merge(x; y, z)} for ancestor {@code x}, local side {@code y} and upstream side {@code z}:
 *
 * <ul>
 *   <li>{@code merge(x; x, z) = z}, {@code merge(x; y, x) = y} and {@code merge(x; y, y) = y}, each clean. The engine answers
 *       these itself where the bytes are equal, but two files can also become equal texts.
 *   <li>A function of its argument alone: no clock, no file, no chance, no memory of earlier calls.
 *   <li>What both sides did to different places is in the result. Where they meet, the strategy decides or reports a
 *       {@link Conflict}; it never drops a change silently unless that is what its name says.
 * </ul>
 *
 * <p>It may assume text as {@link ThreeWay} describes it; encoding, line ends, byte-order marks and the end of the file are
 * the engine's business, before and after. Called from several threads at once. An exception costs the rule at hand and no
 * other.
 */
@FunctionalInterface
public interface MergeStrategy {
    /** Merges; a conflict is a result and not an exception. */
    MergeResult merge(ThreeWay threeWay);
}
