package io.agent33.sync.api.merge;

import io.agent33.sync.api.repository.RepoPath;

/**
 * What is to be merged. The texts are decoded, hold no byte-order mark, end their lines with a line feed alone, and end with
 * one unless they are empty. Where a file is not UTF-8, each character stands for one byte (ISO 8859-1).
 *
 * @param path where the file lies downstream, for strategies that go by its name
 * @param base what both sides began with
 * @param local what the downstream made of it
 * @param upstream what the new release made of it
 * @param markers the lines to put around what conflicts; no line of the texts begins like one of them
 */
public record ThreeWay(RepoPath path, String base, String local, String upstream, ConflictMarkers markers) {}
