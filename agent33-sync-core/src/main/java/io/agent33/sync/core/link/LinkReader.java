package io.agent33.sync.core.link;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * Reads what texts refer to, each content once however many rules and downstreams ask (S6): what was read is kept as long as
 * there is room, and what was least recently asked for goes first. Thread-safe; threads that ask for one content at
 * once share one reading of it.
 */
public final class LinkReader {
    private static final long ROOM = 64L << 20;

    private final long room;
    private final Map<Content, Reading> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long taken;

    /** All that a reading depends on. */
    private record Content(boolean markdown, String text) {}

    private LinkReader(long room) {
        this.room = room;
    }

    /** One that keeps what it has read, in some 64 MiB. */
    public static LinkReader keeping() {
        return keeping(ROOM);
    }

    /** @param bytes how much memory what it keeps may take, about; what alone takes more is read anew each time */
    static LinkReader keeping(long bytes) {
        return new LinkReader(bytes);
    }

    /** One that keeps nothing. */
    public static LinkReader keepingNothing() {
        return new LinkReader(0);
    }

    /**
     * @param path of the file, or its name: it tells whether it is Markdown
     * @param text with or without its byte-order mark; ranges are those of this text
     */
    public LinkedText read(String path, String text) {
        Content content = new Content(LinkedText.isMarkdown(path), text);
        if (room == 0) {
            return LinkedText.of(content.markdown(), text);
        }
        Reading reading;
        synchronized (kept) {
            reading = kept.computeIfAbsent(content, Reading::new);
        }
        LinkedText read = reading.get();
        weigh(content, reading, read.weight());
        return read;
    }

    /** How many it keeps. */
    int size() {
        synchronized (kept) {
            return kept.size();
        }
    }

    private void weigh(Content content, Reading reading, long weight) {
        synchronized (kept) {
            if (reading.weight == 0
                    && Optional.ofNullable(kept.get(content))
                            .filter(it -> it == reading)
                            .isPresent()) {
                reading.weight = weight;
                taken += weight;
                makeRoom();
            }
        }
    }

    private void makeRoom() {
        Iterator<Reading> eldest = kept.values().iterator();
        while (taken > room && eldest.hasNext()) {
            taken -= eldest.next().weight;
            eldest.remove();
        }
    }

    /** One content's reading, done when first asked for. */
    private static final class Reading {
        private final Content content;
        private @Nullable LinkedText read;
        /** 0 until it is known; guarded by the map. */
        private long weight;

        Reading(Content content) {
            this.content = content;
        }

        synchronized LinkedText get() {
            if (read == null) {
                read = LinkedText.of(content.markdown(), content.text());
            }
            return read;
        }
    }
}
