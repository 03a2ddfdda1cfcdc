package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.ObjectId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Git's encoding of commits and annotated tags. */
final class CommitText {
    private static final Pattern SIGNATURE = Pattern.compile("(.*?) ?<([^>]*)> (-?\\d+) [+-]\\d{4}");
    private static final Pattern UNSAFE = Pattern.compile("[<>\\p{Cntrl}]");

    private CommitText() {}

    static String signature(Identity identity, Instant time) {
        return identity.name() + " <" + identity.email() + "> " + time.getEpochSecond() + " +0000";
    }

    static GitObject commit(ObjectId tree, List<ObjectId> parents, String author, String committer, String message) {
        StringBuilder text = new StringBuilder("tree ").append(tree).append('\n');
        parents.forEach(parent -> text.append("parent ").append(parent).append('\n'));
        text.append("author ").append(author).append('\n');
        text.append("committer ").append(committer).append("\n\n").append(message);
        return GitObject.of(GitObject.Kind.COMMIT, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static GitObject tag(String name, GitObject target, String tagger, String message) {
        String text = "object " + target.id() + "\ntype " + GitObject.keyword(target.kind()) + "\ntag " + name
                + "\ntagger " + tagger + "\n\n" + message;
        return GitObject.of(GitObject.Kind.TAG, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What an annotated tag points at. */
    static ObjectId target(GitObject tag) {
        return ObjectId.of(headers(text(tag), "object").get(0));
    }

    static Commit parse(GitObject commit) {
        String text = text(commit);
        Matcher author = signature(headers(text, "author").get(0));
        Matcher committer = signature(headers(text, "committer").get(0));
        return new Commit(
                commit.id(),
                ObjectId.of(headers(text, "tree").get(0)),
                headers(text, "parent").stream().map(ObjectId::of).toList(),
                new Identity(safeName(author.group(1)), safe(author.group(2))),
                Instant.ofEpochSecond(Long.parseLong(committer.group(3))),
                text.substring(text.indexOf("\n\n") + 2));
    }

    private static String text(GitObject object) {
        return new String(object.bytes(), StandardCharsets.UTF_8);
    }

    private static List<String> headers(String text, String key) {
        return text.substring(0, text.indexOf("\n\n"))
                .lines()
                .filter(line -> line.startsWith(key + " "))
                .map(line -> line.substring(key.length() + 1))
                .toList();
    }

    private static Matcher signature(String header) {
        Matcher matcher = SIGNATURE.matcher(header);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a name, an email and a time as git writes them: " + header);
        }
        return matcher;
    }

    private static String safeName(String name) {
        return name.isBlank() ? "?" : safe(name);
    }

    private static String safe(String text) {
        return UNSAFE.matcher(text).replaceAll("?");
    }
}
