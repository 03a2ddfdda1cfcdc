package io.agent33.sync.core.codeowners;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.core.glob.GlobSyntaxException;
import io.agent33.sync.core.tree.Blobs;
import io.agent33.sync.core.tree.CachedTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A CODEOWNERS file, read as GitHub reads it: the last line that matches decides, a line that is wrong is passed over, and a file
 * that is too long counts for nothing. Immutable.
 */
public final class CodeOwners {
    /** In this order, and only the first that is there. */
    private static final List<String> PLACES = List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS");

    private static final int LONGEST = 3 << 20;
    private static final Pattern SPACE = Pattern.compile("(?<!\\\\)[ \\t]+");
    private static final Pattern COMMENT = Pattern.compile("(^|[ \\t])#.*");
    private static final Pattern OWNER =
            Pattern.compile("@[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9._-]+)?|[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final List<Line> lines;

    private record Line(OwnedPattern pattern, List<String> owners) {}

    private CodeOwners(List<Line> lines) {
        this.lines = lines;
    }

    /** Those of a repository; nobody if it names none. */
    public static CodeOwners in(CachedTree tree, BlobSource blobs) {
        return PLACES.stream()
                .flatMap(place -> tree.find(place).stream())
                .filter(entry -> entry.mode().isFile())
                .findFirst()
                .flatMap(entry -> Blobs.read(blobs, entry.id(), LONGEST))
                .map(content -> parse(new String(content, StandardCharsets.UTF_8)))
                .orElseGet(() -> new CodeOwners(List.of()));
    }

    /** Reads a whole file. */
    public static CodeOwners parse(String text) {
        List<Line> lines = new ArrayList<>();
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        plain.lines().forEach(line -> read(line).ifPresent(lines::add));
        return new CodeOwners(List.copyOf(lines));
    }

    private static Optional<Line> read(String written) {
        String line = COMMENT.matcher(written).replaceFirst("").strip();
        if (line.isEmpty() || line.startsWith("!")) {
            return Optional.empty();
        }
        List<String> words = List.of(SPACE.split(line));
        List<String> owners = words.subList(1, words.size());
        if (!owners.stream().allMatch(owner -> OWNER.matcher(owner).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Line(OwnedPattern.parse(words.get(0)), owners));
        } catch (GlobSyntaxException e) {
            return Optional.empty();
        }
    }

    /** {@code @user}, {@code @organisation/team} or an e-mail address; empty if the file is nobody's. */
    public List<String> of(String path) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).pattern().matches(path)) {
                return lines.get(i).owners();
            }
        }
        return List.of();
    }
}
