package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.repository.ObjectId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One object of a git repository, encoded exactly as git encodes it, so that its id is git's (SHA-1). A value: equal ids
 * mean equal objects.
 */
public final class GitObject {
    /** What an object is. */
    public enum Kind {
        BLOB,
        TREE,
        COMMIT,
        /** An annotated tag. */
        TAG
    }

    private final Kind kind;
    private final byte[] content;
    private final ObjectId id;

    private GitObject(Kind kind, byte[] content) {
        this.kind = kind;
        this.content = content;
        this.id = hash(kind, content);
    }

    /** An object with this content, without git's header. */
    public static GitObject of(Kind kind, byte[] content) {
        return new GitObject(kind, content.clone());
    }

    /** A file's content. */
    public static GitObject blob(byte[] content) {
        return of(Kind.BLOB, content);
    }

    /** A text file's content, in UTF-8. */
    public static GitObject blob(String text) {
        return new GitObject(Kind.BLOB, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** Its id. */
    public ObjectId id() {
        return id;
    }

    /** A copy of its content, without git's header. */
    public byte[] content() {
        return content.clone();
    }

    /** Its content itself: not to be changed. */
    byte[] bytes() {
        return content;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GitObject object && object.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return keyword(kind) + " " + id;
    }

    static String keyword(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectId hash(Kind kind, byte[] content) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update((keyword(kind) + " " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
            return ObjectId.of(HexFormat.of().formatHex(sha1.digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
