package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.CommitDraft;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.ObjectId;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Commits as git stores them. Read here rather than by JGit's own reader because that one hides the parents at a shallow
 * clone's edge, and holds times in 32 bits.
 */
final class Commits {
    private static final Pattern SIGNATURE = Pattern.compile("(.*?) ?<([^>]*)> (-?\\d{1,18})( [+-]\\d+)?");
    private static final Pattern UNSAFE = Pattern.compile("[<>\\p{Cntrl}]");

    private Commits() {}

    /** @throws NoSuchCommit if there is none */
    static Commit read(ObjectReader reader, AnyObjectId id) throws IOException {
        try {
            byte[] bytes = reader.open(id, Constants.OBJ_COMMIT).getCachedBytes(Integer.MAX_VALUE);
            return new Parser(Ids.of(id), bytes).commit();
        } catch (MissingObjectException | IncorrectObjectTypeException e) {
            throw new NoSuchCommit(id);
        }
    }

    /** Stores the commit that git would make of the draft, signed or not. */
    static org.eclipse.jgit.lib.ObjectId insert(
            ObjectInserter inserter, CommitDraft draft, Optional<GitSigning> signing) throws IOException {
        String signature = draft.author().name() + " <" + draft.author().email() + "> "
                + draft.time().getEpochSecond() + " +0000";
        String headers = "tree " + draft.tree() + "\nparent " + draft.parent() + "\nauthor " + signature
                + "\ncommitter " + signature + "\n";
        String text = signing.isPresent()
                ? signing.get().signed(headers, draft.message(), draft.author())
                : headers + "\n" + draft.message();
        return inserter.insert(Constants.OBJ_COMMIT, text.getBytes(UTF_8));
    }

    private static final class Parser {
        private final ObjectId id;
        private final byte[] bytes;
        private final List<ObjectId> parents = new ArrayList<>();
        private String tree = "";
        private String author = "";
        private String committer = "";
        private Charset encoding = UTF_8;
        private int next;

        Parser(ObjectId id, byte[] bytes) {
            this.id = id;
            this.bytes = bytes;
        }

        Commit commit() throws IOException {
            for (String line = line(); !line.isEmpty(); line = line()) {
                header(line);
            }
            Matcher made = SIGNATURE.matcher(committer);
            if (tree.isEmpty() || !made.matches()) {
                throw new CorruptObjectException(Ids.in(id), "a commit without tree or committer");
            }
            return new Commit(
                    id,
                    ObjectId.of(tree),
                    parents,
                    identity(),
                    Instant.ofEpochSecond(Long.parseLong(made.group(3))),
                    message());
        }

        private void header(String line) {
            int space = Math.max(0, line.indexOf(' '));
            String value = line.substring(space + 1);
            switch (line.substring(0, space)) {
                case "tree" -> tree = value;
                case "parent" -> parents.add(ObjectId.of(value));
                case "author" -> author = value;
                case "committer" -> committer = value;
                case "encoding" -> encoding = charset(value);
                default -> {}
            }
        }

        /** The next header; empty at the blank line that ends them, and at the end. */
        private String line() {
            int start = next;
            while (next < bytes.length && bytes[next] != '\n') {
                next++;
            }
            String line = new String(bytes, start, next - start, UTF_8);
            next = Math.min(next + 1, bytes.length);
            return line;
        }

        private String message() {
            return new String(bytes, next, bytes.length - next, encoding);
        }

        private Identity identity() {
            Matcher parts = SIGNATURE.matcher(author);
            boolean known = parts.matches();
            String name = known ? safe(parts.group(1)) : "";
            return new Identity(name.isBlank() ? "?" : name, known ? safe(parts.group(2)) : "");
        }
    }

    private static String safe(String text) {
        return UNSAFE.matcher(text).replaceAll("?");
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return UTF_8;
        }
    }
}
