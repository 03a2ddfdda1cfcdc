package io.agent33.sync.core.print;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.FileState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What lies at a path, as far as a diff can show it. */
sealed interface FileText {
    /** Its lines, each with its {@code \n}, where it has one. */
    record Lines(List<String> lines) implements FileText {}

    /** A NUL, or not UTF-8. */
    record Binary() implements FileText {}

    /** More bytes than a diff holds. */
    record TooLarge(long bytes) implements FileText {}

    /** Reads one side of a change; nothing at all is a text without lines. */
    static FileText read(Optional<FileState> state, BlobSource blobs, long limit) {
        if (state.isEmpty()) {
            return new Lines(List.of());
        }
        FileState known = state.get();
        if (known.mode() == FileMode.SUBMODULE) {
            return new Lines(List.of("Subproject commit " + known.id().hex() + "\n"));
        }
        long size = blobs.size(known.id());
        return size > limit ? new TooLarge(size) : decode(bytes(known, blobs));
    }

    private static byte[] bytes(FileState state, BlobSource blobs) {
        try (InputStream content = blobs.open(state.id())) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("blob " + state.id() + " cannot be read", e);
        }
    }

    private static FileText decode(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.indexOf('\0') >= 0 ? new Binary() : new Lines(split(text));
        } catch (CharacterCodingException notUtf8) {
            return new Binary();
        }
    }

    /** Only a line feed ends a line, as git sees it. */
    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, next));
            start = next;
        }
        return lines;
    }
}
