package io.agent33.sync.core.suite;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** A published test suite, from the folder that {@code -Dagent33.corpora=…} names. For tests tagged {@code corpus}. */
public final class Suite {
    private Suite() {}

    /** The files of an archive whose names fit, by name. */
    public static Map<String, byte[]> archive(String name, Predicate<String> wanted) {
        Map<String, byte[]> files = new TreeMap<>();
        try (var in = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(Files.newInputStream(place(name)))))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isFile() && wanted.test(entry.getName())) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** A suite that is one file. */
    public static byte[] file(String name) {
        try {
            return Files.readAllBytes(place(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path place(String name) {
        return Path.of(System.getProperty("agent33.corpora", "(no -Dagent33.corpora)"), "suites", name);
    }
}
