package io.agent33.sync.core.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Tries a parser of foreign data with changed samples. What breaks a promise is written to {@code target/fuzz}; moved to
 * {@code src/test/resources/fuzz/NAME}, it is tried first from then on, in every build.
 *
 * <p>A mutant that comes to something new joins the samples, so that changes build on each other.
 *
 * <p>In the slow tier {@code -Dagent33.fuzz.seconds=600} says how long each target is tried (10 by default), and
 * {@code -Dagent33.fuzz.seed=7} repeats a run.
 */
public final class Fuzzing {
    private static final long MAX_CPU_NANOS = 10_000_000_000L;
    private static final int MAX_SAMPLES = 5_000;
    private static final int MAX_LENGTH = 100_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** A parser and what it owes. */
    @FunctionalInterface
    public interface Target {
        /**
         * Reads the input and checks whatever comes of it.
         *
         * @return what kind of result it was
         * @throws AssertionError or anything else, if a promise is broken
         */
        String read(byte[] input) throws Exception;
    }

    private final String name;
    private final Target target;
    private final List<byte[]> samples = new ArrayList<>();
    private final List<String> pieces = new ArrayList<>();
    private final Set<String> kinds = new HashSet<>();

    private Fuzzing(String name, Target target) {
        this.name = name;
        this.target = target;
    }

    /** For one parser; the name is that of its folder of crashers. */
    public static Fuzzing of(String name, Target target) {
        return new Fuzzing(name, target);
    }

    /** Adds inputs to start from. */
    public Fuzzing samples(Stream<String> texts) {
        texts.map(text -> text.getBytes(UTF_8)).forEach(samples::add);
        return this;
    }

    /** Adds texts that mean something to the parser. */
    public Fuzzing pieces(String... texts) {
        pieces.addAll(List.of(texts));
        return this;
    }

    /** For every build: all that ever broke it, the samples, and so many mutants of a fixed seed. */
    public void briefly(int mutants) {
        known();
        Random random = new Random(20_261_122L);
        for (int i = 0; i < mutants; i++) {
            mutate(random, "of seed 20261122, mutant " + i);
        }
    }

    /** For the slow tier: another seed each time, for as long as asked. How many mutants there were. */
    public long atLength() {
        known();
        long seed = Long.getLong("agent33.fuzz.seed", System.nanoTime());
        long end = System.nanoTime() + Long.getLong("agent33.fuzz.seconds", 10L) * 1_000_000_000L;
        Random random = new Random(seed);
        long mutants = 0;
        while (mutants == 0 || System.nanoTime() < end) {
            mutate(random, "of seed " + seed + ", mutant " + mutants++);
        }
        System.out.printf("%s: %d mutants, %d kinds of result, seed %d%n", name, mutants, kinds.size(), seed);
        return mutants;
    }

    private void known() {
        crashers().forEach(file -> tryOut(bytes(file), file.getFileName().toString()));
        for (byte[] sample : List.copyOf(samples)) {
            tryOut(sample, "a sample");
        }
    }

    private void mutate(Random random, String whence) {
        byte[] sample = samples.get(random.nextInt(samples.size()));
        byte[] other = samples.get(random.nextInt(samples.size()));
        byte[] mutant = new Mutations(random, pieces).of(sample, other);
        if (mutant.length <= MAX_LENGTH) {
            tryOut(mutant, whence);
        }
    }

    private void tryOut(byte[] input, String whence) {
        long before = THREADS.getCurrentThreadCpuTime();
        try {
            if (kinds.add(target.read(input)) && samples.size() < MAX_SAMPLES) {
                samples.add(input);
            }
        } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(
                    name + " " + whence + ", kept as " + keep(input) + "\n" + new String(input, UTF_8), e);
        }
        if (THREADS.getCurrentThreadCpuTime() - before > MAX_CPU_NANOS) {
            throw new AssertionError(name + " " + whence + " takes too long, kept as " + keep(input));
        }
    }

    private Path keep(byte[] input) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "fuzz", name));
            return Files.write(folder.resolve(DigestUtils.sha256Hex(input).substring(0, 12)), input)
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> crashers() {
        URL place = Fuzzing.class.getResource("/fuzz/" + name);
        if (place == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(place.toURI()))) {
            return files.sorted().toList();
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
