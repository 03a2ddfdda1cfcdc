package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The place of one repository in the cache: {@code <kind>/<owner>-<name>-<hash>/} with a lock file and numbered bare
 * repositories, of which the highest sound one counts.
 *
 * <p>A repository is made under another name and renamed when it is complete. One that turned out to be damaged, or that
 * borrows from one that is gone, is not mended: the next number takes its place, and the last one stays for those who
 * still have it open.
 */
final class CacheSlot {
    private static final String FORMAT = "v1";
    private static final String DAMAGED = "damaged";
    static final String ALTERNATES = "objects/info/alternates";
    /** From so many on, each look into the cache gets slower than fetching anew once. */
    private static final int MOST_PACKS = 64;

    private static final int MOST_LOOSE = 24 * 256;
    private static final Duration IN_USE = Duration.ofHours(1);

    private final Path root;
    private final Path folder;

    private CacheSlot(Path root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    /** The place of the repository at this address. */
    static CacheSlot open(GitCache cache, String kind, Address address) throws IOException {
        Path root = CacheFolder.create(cache.folder()).toRealPath();
        return new CacheSlot(root, Files.createDirectories(folder(root, kind, address)));
    }

    /** Where that is, whether it is there or not. */
    static Path folder(Path root, String kind, Address address) {
        String name = address.id().value().replace('/', '-');
        String hash = DigestUtils.sha256Hex(address.text()).substring(0, 16);
        return root.resolve(FORMAT).resolve(kind).resolve(name + "-" + hash);
    }

    /** Under it, and only under it, anything but git objects is changed here. */
    <T> T locked(Duration patience, CacheLock.Work<T> work) throws IOException {
        return CacheLock.on(folder.resolve("lock"), patience, work);
    }

    /**
     * The repository, made if there is none that is sound.
     *
     * @param borrowed folders of objects that it can use without a copy, now and in later runs
     */
    Path repository(Collection<Path> borrowed, Duration patience) throws IOException {
        OptionalInt newest = newest();
        if (newest.isPresent() && isSound(gitDir(newest.getAsInt()), borrowed)) {
            Leftovers.sweepCache(gitDir(newest.getAsInt()));
            return gitDir(newest.getAsInt());
        }
        return locked(patience, () -> renewed(borrowed));
    }

    private Path renewed(Collection<Path> borrowed) throws IOException {
        int newest = newest().orElse(0);
        Path current = gitDir(newest);
        if (newest > 0 && isSound(current, List.of())) {
            borrow(current, borrowed);
            return current;
        }
        Path fresh = Files.createTempDirectory(folder, "new-");
        BareLayout.write(fresh);
        borrow(fresh, borrowed);
        Path next = gitDir(newest + 1);
        Files.move(fresh, next, StandardCopyOption.ATOMIC_MOVE);
        sweep(newest);
        return next;
    }

    /** What killed processes left, and numbers that nobody can have open any more. */
    private void sweep(int newestBefore) throws IOException {
        for (Path path : CacheFolder.list(folder)) {
            String name = path.getFileName().toString();
            boolean old = number(name).isPresent() && number(name).getAsInt() < newestBefore;
            if (old || name.startsWith("new-")) {
                CacheFolder.delete(path);
            }
        }
    }

    /** Removes packs that a killed process began to fetch. */
    static void sweepPacks(Path gitDir) throws IOException {
        for (Path folder : List.of(gitDir.resolve("objects"), gitDir.resolve("objects/pack"))) {
            for (Path path : CacheFolder.list(folder)) {
                String name = path.getFileName().toString();
                if (name.startsWith("incoming_") || name.startsWith(PackCopy.UNFINISHED)) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    /** From now on others take the next number. */
    static void markDamaged(Path gitDir) {
        try {
            Files.writeString(gitDir.resolve(DAMAGED), "");
        } catch (IOException e) {
            // The caller reports the damage itself, and a repository that cannot be marked is damaged visibly.
            return;
        }
    }

    private static boolean isSound(Path gitDir, Collection<Path> borrowed) throws IOException {
        if (Files.exists(gitDir.resolve(DAMAGED)) || !BareLayout.isComplete(gitDir)) {
            return false;
        }
        Set<Path> lenders = lenders(gitDir);
        return lenders.stream().allMatch(Files::isDirectory) && lenders.containsAll(borrowed) && isTidy(gitDir);
    }

    /** Or was used a moment ago: what a plan made must be there when it is applied. */
    private static boolean isTidy(Path gitDir) throws IOException {
        Path objects = gitDir.resolve("objects");
        boolean few = CacheFolder.list(objects.resolve("pack")).size() < 2 * MOST_PACKS
                && CacheFolder.list(objects.resolve("17")).size() * 256 < MOST_LOOSE;
        return few
                || Files.getLastModifiedTime(objects)
                        .toInstant()
                        .isAfter(Instant.now().minus(IN_USE));
    }

    private static Set<Path> lenders(Path gitDir) throws IOException {
        Set<Path> lenders = new LinkedHashSet<>();
        Path file = gitDir.resolve(ALTERNATES);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, UTF_8)) {
                lenders.add(gitDir.resolve("objects").resolve(line).normalize());
            }
        }
        return lenders;
    }

    /** Adds to what it borrows from; nothing is ever taken away, because objects may be missing then. */
    private void borrow(Path gitDir, Collection<Path> borrowed) throws IOException {
        Set<Path> lenders = lenders(gitDir);
        if (lenders.addAll(borrowed)) {
            List<String> lines = new ArrayList<>();
            for (Path lender : lenders) {
                lines.add(lender.startsWith(root) ? relative(lender) : lender.toString());
            }
            CacheFolder.replace(gitDir.resolve(ALTERNATES), String.join("\n", lines) + "\n");
        }
    }

    /** Seen from an {@code objects} folder of this slot, so that the cache can be moved. */
    private String relative(Path lender) {
        Path objects = gitDir(1).resolve("objects");
        return objects.relativize(lender).toString().replace('\\', '/');
    }

    private OptionalInt newest() throws IOException {
        return CacheFolder.list(folder).stream()
                .map(path -> number(path.getFileName().toString()))
                .flatMapToInt(OptionalInt::stream)
                .max();
    }

    private static OptionalInt number(String name) {
        return name.matches("[1-9][0-9]{0,8}\\.git")
                ? OptionalInt.of(Integer.parseInt(name.substring(0, name.length() - 4)))
                : OptionalInt.empty();
    }

    private Path gitDir(int number) {
        return folder.resolve(number + ".git");
    }
}
