package io.agent33.sync.api.rule;

/**
 * Which merge strategy files use (S8).
 *
 * @param paths a glob over target paths
 * @param strategy {@code lines}, {@code ours}, {@code theirs}, {@code union}, {@code structured}, or a name that the
 *     host registered
 */
public record MergeChoice(String paths, String strategy) {}
