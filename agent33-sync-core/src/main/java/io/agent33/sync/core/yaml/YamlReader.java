package io.agent33.sync.core.yaml;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads YAML that people or we ourselves have written: mappings, lists and single values. Anchors, aliases, merge keys,
 * tags and duplicate keys are refused with a word that says so; whatever is too large is refused before it takes memory
 * (S3). Several documents of one text do not disturb one another. Thread-safe.
 */
public final class YamlReader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final YamlBounds bounds;
    private final EventFactory factory;

    /** A reader that takes no more than that. */
    public YamlReader(YamlBounds bounds) {
        this.bounds = bounds;
        this.factory = EventFactory.limitedTo(bounds.bytes());
    }

    /**
     * Reads a text; never throws because of what is in it.
     *
     * @param file for messages
     * @param content UTF-8, with or without a byte-order mark, with any line ends
     * @return the documents that hold more than comments, in order
     */
    public List<YamlDocument> read(String file, byte[] content) {
        if (content.length > bounds.bytes()) {
            return refused(tooLarge(file));
        }
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer text = CharBuffer.allocate(content.length);
        if (!decoded(bytes, text)) {
            return refused(notUtf8(file, content, bytes.position()));
        }
        text.flip();
        if (text.hasRemaining() && text.charAt(0) == BYTE_ORDER_MARK) {
            text.get();
        }
        NodeBudget budget = new NodeBudget(bounds.nodes());
        List<YamlDocument> documents = new ArrayList<>();
        for (DocumentText document : DocumentText.split(file, text.toString())) {
            documents.add(read(document, budget));
            if (budget.isExceeded()) {
                break;
            }
        }
        return documents;
    }

    private YamlDocument read(DocumentText document, NodeBudget budget) {
        try (EventParser parser = factory.open(document.text())) {
            return new DocumentReader(document, parser, bounds, budget).read();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static boolean decoded(ByteBuffer bytes, CharBuffer text) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(bytes, text, true);
        return !result.isError();
    }

    private static Objection notUtf8(String file, byte[] content, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += content[i] == '\n' ? 1 : 0;
        }
        return Objection.of("not-utf-8", file, "UTF-8", "other bytes", "save the file as UTF-8")
                .at(new Location(file, line, 0));
    }

    private Objection tooLarge(String file) {
        return Objection.of("too-large", file, "at most " + bounds.bytes() + " bytes", "more", "split the file")
                .at(Location.of(file));
    }

    private static List<YamlDocument> refused(Objection objection) {
        return List.of(new YamlDocument(Optional.empty(), List.of(objection)));
    }
}
