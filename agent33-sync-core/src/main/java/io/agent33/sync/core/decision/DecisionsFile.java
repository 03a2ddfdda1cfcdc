package io.agent33.sync.core.decision;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A downstream's {@code DECISIONS.md}. People write into it too, so what stands there stays, byte for byte, and entries are added at
 * its end, each in a fenced block of its own. They end their lines as most of the file does, and the last line has an
 * end if it had one before. If the last block of the file was never closed, it is closed first.
 *
 * <p>Immutable; thread-safe. The text is taken for UTF-8, and other bytes do no harm.
 */
public final class DecisionsFile {
    /** Where it lies in a downstream. */
    public static final String PATH = "DECISIONS.md";

    private static final String HEADING = "# Decisions";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final byte[] bytes;
    private final String text;

    private DecisionsFile(byte[] bytes) {
        this.bytes = bytes;
        this.text = new String(bytes, StandardCharsets.UTF_8);
    }

    /** The file that is not there yet; with its first entry it gets a heading. */
    public static DecisionsFile none() {
        return new DecisionsFile(new byte[0]);
    }

    /** The file as it lies there. */
    public static DecisionsFile of(byte[] content) {
        return new DecisionsFile(content.clone());
    }

    /** What is to lie there. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The entries, in their order. What people changed so that it is no entry any more is none: a key missing or added, a value
     * that is not a single one, a date that is none.
     */
    public List<Decision> entries() {
        return FencedBlocks.of(text).yaml().stream()
                .flatMap(yaml -> EntryFormat.read(yaml).stream())
                .toList();
    }

    /** The file with an entry at its end; this one if it holds the entry already. */
    public DecisionsFile with(Decision decision) {
        if (entries().contains(decision)) {
            return this;
        }
        String eol = lineEnd();
        String added = String.join(eol, added(decision));
        var out = new ByteArrayOutputStream();
        out.writeBytes(bytes);
        out.writeBytes((endsWithin() ? eol + added : added + eol).getBytes(StandardCharsets.UTF_8));
        return new DecisionsFile(out.toByteArray());
    }

    private List<String> added(Decision decision) {
        List<String> lines = new ArrayList<>();
        if (isEmpty()) {
            lines.addAll(List.of(HEADING, ""));
        } else {
            FencedBlocks.of(text).missingFence().ifPresent(lines::add);
            if (!lines.isEmpty() || !endsWithEmptyLine()) {
                lines.add("");
            }
        }
        return Stream.of(lines, List.of("```yaml"), EntryFormat.write(decision), List.of("```"))
                .flatMap(List::stream)
                .toList();
    }

    private boolean isEmpty() {
        return text.isEmpty() || text.equals(BYTE_ORDER_MARK);
    }

    private boolean endsWithin() {
        return !isEmpty() && !text.endsWith("\n");
    }

    private boolean endsWithEmptyLine() {
        return text.endsWith("\n\n") || text.endsWith("\n\r\n");
    }

    private String lineEnd() {
        long all = text.chars().filter(c -> c == '\n').count();
        long carriageReturns = text.split("\r\n", -1).length - 1L;
        return 2 * carriageReturns > all ? "\r\n" : "\n";
    }
}
