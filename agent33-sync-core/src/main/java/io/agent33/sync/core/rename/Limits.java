package io.agent33.sync.core.rename;

/**
 * How much work and memory the search for renames may take. What is beyond is not searched by similarity: it is found by equal
 * content, or it is no rename.
 *
 * @param bytes the longest file whose lines are compared
 * @param pieces how many lines of all files together are held, eight bytes each; files are taken in the order of their
 *     paths, those that are gone first
 * @param pairs how many pairs are looked at, once among equal contents and once among similar ones
 */
record Limits(int bytes, int pieces, int pairs) {
    static final Limits DEFAULT = new Limits(8 << 20, 4_000_000, 1_000_000);
}
