package io.agent33.sync.testkit.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agent33.sync.api.transform.UpstreamFiles;
import io.agent33.sync.api.validate.TargetFiles;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files by path, as transforms and validators may look at them. */
final class MemoryPlace implements UpstreamFiles, TargetFiles {
    private final Map<String, byte[]> files;

    MemoryPlace(Map<String, byte[]> files) {
        this.files = new HashMap<>(files);
    }

    @Override
    public boolean has(String path) {
        return files.containsKey(path) || files.keySet().stream().anyMatch(file -> file.startsWith(path + "/"));
    }

    @Override
    public boolean everHad(String path) {
        return has(path);
    }

    @Override
    public Optional<String> text(String path) {
        return Optional.ofNullable(files.get(path)).flatMap(MemoryPlace::text);
    }

    @Override
    public List<String> names(String folder) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        return files.keySet().stream()
                .filter(file -> file.startsWith(prefix))
                .map(file -> file.substring(prefix.length()).split("/", 2)[0])
                .distinct()
                .sorted()
                .toList();
    }

    /** Without a byte-order mark; empty if it is binary (S4). */
    static Optional<String> text(byte[] content) {
        String text = new String(content, UTF_8);
        boolean binary = text.indexOf('\0') >= 0 || !Arrays.equals(text.getBytes(UTF_8), content);
        return binary ? Optional.empty() : Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
