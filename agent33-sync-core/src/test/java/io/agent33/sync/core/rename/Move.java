package io.agent33.sync.core.rename;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.core.tree.BlobIds;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files before and after, and what the search makes of them. */
final class Move implements BlobSource {
    final Map<String, byte[]> gone = new LinkedHashMap<>();
    final Map<String, byte[]> added = new LinkedHashMap<>();
    private final Map<ObjectId, byte[]> contents = new HashMap<>();
    private final Map<ObjectId, Integer> readings = new HashMap<>();

    Move gone(String path, String text) {
        return gone(path, text.getBytes(UTF_8));
    }

    Move gone(String path, byte[] content) {
        gone.put(path, content);
        return this;
    }

    Move added(String path, String text) {
        return added(path, text.getBytes(UTF_8));
    }

    Move added(String path, byte[] content) {
        added.put(path, content);
        return this;
    }

    Map<String, String> renames() {
        return Renames.between(ids(gone), ids(added), this);
    }

    Map<String, String> renames(Limits limits) {
        return Renames.between(new TreeMap<>(ids(gone)), new TreeMap<>(ids(added)), this, limits);
    }

    /** How often the most read content was read. */
    int mostReadings() {
        return readings.values().stream().mapToInt(n -> n).max().orElse(0);
    }

    boolean hasRead(String path) {
        byte[] content = gone.containsKey(path) ? gone.get(path) : added.get(path);
        return readings.containsKey(BlobIds.of(content));
    }

    private Map<String, ObjectId> ids(Map<String, byte[]> files) {
        Map<String, ObjectId> ids = new LinkedHashMap<>();
        files.forEach((path, content) -> {
            ObjectId id = BlobIds.of(content);
            contents.put(id, content);
            ids.put(path, id);
        });
        return ids;
    }

    /** Lines {@code first} to {@code last} of a text that has as many as one wants; all are equally long. */
    static String lines(String text, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(n -> text + " line " + (1000 + n) + "\n")
                .collect(Collectors.joining());
    }

    static String joined(String... parts) {
        return String.join("", List.of(parts));
    }

    @Override
    public InputStream open(ObjectId blob) {
        readings.merge(blob, 1, Integer::sum);
        return new ByteArrayInputStream(contents.get(blob));
    }

    @Override
    public long size(ObjectId blob) {
        return contents.get(blob).length;
    }

    @Override
    public boolean contains(ObjectId blob) {
        return contents.containsKey(blob);
    }
}
