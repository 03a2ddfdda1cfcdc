package io.agent33.sync.core.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fenced code blocks of a Markdown text, by CommonMark's rules for those that stand in no list and in no quotation. A
 * block within a longer fence, as in a page that explains the format, is part of that one.
 */
final class FencedBlocks {
    private static final Pattern OPENING = Pattern.compile(" {0,3}(`{3,}|~{3,})[ \\t]*([^\\s]*)(.*)");

    private final List<String> yaml = new ArrayList<>();
    private final StringBuilder content = new StringBuilder();
    private Optional<Fence> open = Optional.empty();

    private record Fence(String run, String language) {
        boolean isClosedBy(String line) {
            String mark = line.strip();
            return mark.length() >= run.length()
                    && mark.chars().allMatch(c -> c == run.charAt(0))
                    && line.indexOf(mark) <= 3;
        }
    }

    private FencedBlocks() {}

    static FencedBlocks of(String text) {
        FencedBlocks blocks = new FencedBlocks();
        text.lines().forEach(blocks::take);
        return blocks;
    }

    /** The contents of those that are closed and say they are {@code yaml}. */
    List<String> yaml() {
        return yaml;
    }

    /** The fence that would close the last block, if that is open still. */
    Optional<String> missingFence() {
        return open.map(Fence::run);
    }

    private void take(String line) {
        if (open.isEmpty()) {
            open = opened(line);
            content.setLength(0);
        } else if (open.get().isClosedBy(line)) {
            if (open.get().language().equals("yaml")) {
                yaml.add(content.toString());
            }
            open = Optional.empty();
        } else {
            content.append(line).append('\n');
        }
    }

    private static Optional<Fence> opened(String line) {
        Matcher matcher = OPENING.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String info = matcher.group(2) + matcher.group(3);
        boolean isCodeSpan = matcher.group(1).startsWith("`") && info.contains("`");
        return isCodeSpan ? Optional.empty() : Optional.of(new Fence(matcher.group(1), matcher.group(2)));
    }
}
