package io.agent33.sync.core.glob;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A pattern that selects files by their path, as rules write them in {@code source} and {@code filters} (S4).
 *
 * <pre>
 * Glob specs = Glob.parse("core/**&#47;*.md");
 * specs.matches("core/orchestrator/SPEC.md"); // true
 * specs.literalFolder();                      // "core/"
 * </pre>
 *
 * <p>A glob always speaks about the whole path, from the root of the repository. The language is that of git's
 * wildmatch with path names, plus braces:
 *
 * <table>
 * <caption>What a glob may hold</caption>
 * <tr><td>{@code *}</td><td>any characters, also none, but no {@code /}</td></tr>
 * <tr><td>{@code ?}</td><td>one character other than {@code /}</td></tr>
 * <tr><td>{@code **}</td><td>as a whole segment: zero or more segments; at the end of the glob: everything below, at
 *     any depth, and so at least one segment. Next to anything else it is an ordinary {@code *}.</td></tr>
 * <tr><td>{@code [a-z_]}</td><td>one of these characters, never {@code /}. {@code [!…]} and {@code [^…]} negate, a
 *     {@code ]} in first place is an ordinary member, {@code [:alpha:]} and the other POSIX classes are those of
 *     ASCII.</td></tr>
 * <tr><td>{@code {a,b/c}}</td><td>one of these, each of which may hold anything that a glob may hold, or nothing.
 *     Choices are made first, so <code>{*,x}*</code> means {@code **} or {@code x*}.</td></tr>
 * <tr><td>{@code \}</td><td>takes any special meaning from the next character</td></tr>
 * </table>
 *
 * <p>Case matters, dot files are files like others, and a character is a Unicode code point; nothing is normalised. A
 * leading {@code !} has no meaning of its own.
 *
 * <p>Instances are immutable and safe for use by many threads. Two globs are equal if their patterns are.
 */
public final class Glob {
    /** The longest pattern that is read, in {@code char}s: as much as the longest path that most systems can hold. */
    static final int MAX_LENGTH = 4_096;

    private final String pattern;
    private final String literalFolder;
    private final List<PathPattern> alternatives;

    private Glob(String pattern, String literalFolder, List<PathPattern> alternatives) {
        this.pattern = pattern;
        this.literalFolder = literalFolder;
        this.alternatives = alternatives;
    }

    /**
     * Reads a pattern.
     *
     * @throws GlobSyntaxException if it is empty or too long, leaves something unclosed, has more braces than can be
     *     spread out sensibly, or could never name a path inside the repository: a leading, trailing or doubled
     *     {@code /}, or a segment that is {@code .} or {@code ..}
     */
    public static Glob parse(String pattern) {
        requireNonNull(pattern, "pattern");
        if (pattern.length() > MAX_LENGTH) {
            throw new GlobSyntaxException(
                    pattern,
                    MAX_LENGTH,
                    "the glob has " + pattern.length() + " characters, and " + MAX_LENGTH + " are allowed",
                    "split it into several globs");
        }
        List<Part> parts = new GlobParser(pattern).parse();
        List<List<Symbol>> spread = new BraceExpansion(pattern).expand(parts);
        SegmentSplitter splitter = new SegmentSplitter(pattern, spread.size() > 1);
        List<PathPattern> alternatives =
                spread.stream().map(splitter::split).map(PathPattern::of).toList();
        return new Glob(pattern, literalFolderOf(parts), alternatives);
    }

    /**
     * Whether this glob selects the file at a path.
     *
     * <p>The work is at most proportional to the length of the path times that of the pattern (with its braces spread
     * out), and close to the length of the path alone for the globs that people write.
     *
     * @param path relative to the repository's root, with {@code /} between segments. What has an empty segment, so
     *     also the empty string, is no such path and matches nothing.
     */
    public boolean matches(String path) {
        requireNonNull(path, "path");
        if (!path.startsWith(literalFolder)) {
            return false;
        }
        PathSegments segments = PathSegments.of(path);
        return segments.wellFormed() && alternatives.stream().anyMatch(alternative -> alternative.matches(segments));
    }

    /**
     * The folder that every selected file lies below, as far as the pattern spells it out: everything up to and
     * including the last {@code /} before the first special character, with escapes resolved. It is empty if the very
     * first segment holds a special character; a pattern without any gives the folder of the one file that it names.
     */
    public String literalFolder() {
        return literalFolder;
    }

    /** The text from which this glob was read. */
    public String pattern() {
        return pattern;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && pattern.equals(glob.pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    /** The same as {@link #pattern()}. */
    @Override
    public String toString() {
        return pattern;
    }

    private static String literalFolderOf(List<Part> parts) {
        StringBuilder literal = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Symbol.Literal character) {
                literal.appendCodePoint(character.codePoint());
            } else if (part instanceof Symbol.Slash) {
                literal.append('/');
            } else {
                break;
            }
        }
        return literal.substring(0, literal.lastIndexOf("/") + 1);
    }
}
