package io.agent33.sync.cli.quickstart;

import io.agent33.sync.api.repository.FileMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A release of the sample upstream. Its files are resources beside this class, listed in {@code releases.txt}.
 *
 * @param tag for example {@code v1.0.0}
 * @param time when it was committed
 * @param files everything that it holds
 */
record SampleRelease(String tag, Instant time, SortedMap<String, SampleFile> files) {
    /** One file's mode and the resource that holds its content. */
    record SampleFile(FileMode mode, String resource) {
        byte[] content() {
            return read(resource);
        }
    }

    /** All of them, the oldest first. */
    static List<SampleRelease> all() {
        return listed(text("releases.txt"));
    }

    /** The same, and the one that is rehearsed with. */
    static List<SampleRelease> withRehearsal() {
        return listed(text("releases.txt") + text("rehearsal.txt"));
    }

    private static List<SampleRelease> listed(String lines) {
        List<SampleRelease> releases = new ArrayList<>();
        SortedMap<String, SampleFile> files = new TreeMap<>();
        for (String line : lines.lines().filter(line -> !line.startsWith("#")).toList()) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("release")) {
                files = new TreeMap<>(files);
                releases.add(new SampleRelease(words[1], Instant.parse(words[2]), files));
            } else if (words[0].equals("gone")) {
                files.remove(words[1]);
            } else {
                String tag = releases.get(releases.size() - 1).tag();
                FileMode mode = words[0].equals("script") ? FileMode.EXECUTABLE : FileMode.REGULAR;
                files.put(words[1], new SampleFile(mode, tag + "/" + words[1]));
            }
        }
        return List.copyOf(releases);
    }

    static String text(String resource) {
        return new String(read(resource), StandardCharsets.UTF_8);
    }

    private static byte[] read(String name) {
        try (InputStream content = SampleRelease.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("the sample lacks its resource " + name);
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the sample's resource " + name + " cannot be read", e);
        }
    }
}
