package io.agent33.sync.core.validate.secret;

import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A place where something was found. It holds a digest of what was found and never the text itself, so that nothing made
 * from it can print a secret. Immutable.
 */
public final class SecretMatch {
    private final Kind kind;
    private final int start;
    private final int end;
    private final int line;
    private final int column;
    private final String masked;
    private final String digest;

    /** @param kind of what, which also says the remedy */
    SecretMatch(Kind kind, String text, int start, int end, int line, int column) {
        String found = text.substring(start, end);
        this.kind = kind;
        this.start = start;
        this.end = end;
        this.line = line;
        this.column = column;
        this.masked = kind.masked(found);
        this.digest = DigestUtils.sha256Hex(found);
    }

    /** The stable name of the kind of finding, such as {@code github-token}, or the id of a rule of a gitleaks file. */
    public String kind() {
        return kind.id();
    }

    public Category category() {
        return kind.category();
    }

    /** The same for people: {@code GitHub token}. */
    public String title() {
        return kind.title();
    }

    /** What to do about it, in one sentence. */
    public String remedy() {
        return kind.remedy();
    }

    /** Where it begins, in UTF-16 units from 0. */
    public int start() {
        return start;
    }

    /** Where it ends, exclusive. */
    public int end() {
        return end;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1, in UTF-16 units. */
    public int column() {
        return column;
    }

    /** What may be shown of it: at most the public beginning of such a thing, and its length. */
    public String masked() {
        return masked;
    }

    /** Whether exactly this text was found; what stands in a rule's {@code validation.allow} is asked here. */
    public boolean matches(String accepted) {
        return category() != Category.INCOMPLETE
                && DigestUtils.sha256Hex(accepted).equals(digest);
    }

    /** {@code 3:14: GitHub token (ghp_…, 40 characters)}. */
    @Override
    public String toString() {
        return line + ":" + column + ": " + title() + " (" + masked + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretMatch that
                && kind.id().equals(that.kind.id())
                && start == that.start
                && end == that.end
                && line == that.line
                && column == that.column
                && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind.id(), start, end, digest);
    }
}
