package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Where the branches and tags of a repository on this machine point, read from git's own files, which costs a small part of
 * opening it. Whatever is not in the plainest form has no answer here, and is left to JGit.
 */
final class Glance {
    private static final int ID = Constants.OBJECT_ID_STRING_LENGTH;
    /** What stands for bytes of a name that are none in the system's encoding. */
    private static final char UNREADABLE = '\uFFFD';

    private static final String SYMBOLIC = "ref: ";
    private static final Pattern PLAIN_FORMAT = Pattern.compile("repositoryformatversion\\s*=\\s*0\\s*\n");
    private static final List<String> SPECIAL = List.of("[extensions", "[include", "worktree");

    private final Path gitDir;
    private final NavigableMap<String, ObjectId> refs = new TreeMap<>();
    private final Map<String, ObjectId> peeled = new TreeMap<>();

    private Glance(Path gitDir) {
        this.gitDir = gitDir;
    }

    /** Something that only JGit knows how to read. */
    private static final class Unusual extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Empty if JGit has to be asked, which also tells what is wrong. */
    static Optional<Advertisement> at(Address address) {
        if (!address.isLocal()) {
            return Optional.empty();
        }
        try {
            Path path = address.path();
            Path gitDir = Files.exists(path.resolve("objects")) ? path : path.resolve(Constants.DOT_GIT);
            return Optional.of(new Glance(gitDir).read());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private Advertisement read() throws IOException {
        require(Files.isDirectory(gitDir.resolve("objects")) && Files.isDirectory(gitDir.resolve("refs")));
        require(Files.notExists(gitDir.resolve("commondir")));
        requirePlain(Files.readString(gitDir.resolve(Constants.CONFIG), ISO_8859_1));
        String head = Files.readString(gitDir.resolve(Constants.HEAD), UTF_8).stripTrailing();
        require(head.startsWith(SYMBOLIC + Constants.R_HEADS));
        // In git's order: what is packed meanwhile is found in one place or in both.
        loose(gitDir.resolve("refs/heads"), Constants.R_HEADS);
        loose(gitDir.resolve("refs/tags"), Constants.R_TAGS);
        packed();
        String branch = head.substring(SYMBOLIC.length());
        Optional<String> name =
                Optional.of(branch).filter(refs::containsKey).map(it -> it.substring(Constants.R_HEADS.length()));
        return new Advertisement(name, refs, peeled);
    }

    private static void requirePlain(String config) throws IOException {
        String text = config.toLowerCase(Locale.ROOT);
        require(PLAIN_FORMAT.matcher(text).results().count() == 1
                && SPECIAL.stream().noneMatch(text::contains));
    }

    private void loose(Path folder, String prefix) throws IOException {
        for (Path entry : CacheFolder.list(folder)) {
            String name = prefix + entry.getFileName();
            if (Files.isDirectory(entry)) {
                loose(entry, name + "/");
            } else if (!name.endsWith(".lock")) {
                require(Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS) && name.indexOf(UNREADABLE) < 0);
                refs.put(name, id(Files.readString(entry, ISO_8859_1).stripTrailing()));
            }
        }
    }

    private void packed() throws IOException {
        Path file = gitDir.resolve(Constants.PACKED_REFS);
        if (Files.notExists(file)) {
            return;
        }
        Optional<String> last = Optional.empty();
        for (String line : Files.readAllLines(file, UTF_8)) {
            if (line.startsWith("^")) {
                ObjectId target = id(line.substring(1));
                last.ifPresent(name -> peeled.put(name, target));
            } else if (!line.startsWith("#")) {
                require(line.length() > ID + 1 && line.charAt(ID) == ' ');
                last = pack(line.substring(ID + 1), id(line.substring(0, ID)));
            }
        }
    }

    /** The name, if a line that says what its tag leads to would be about it. What is loose is newer. */
    private Optional<String> pack(String name, ObjectId target) {
        if (name.startsWith(Constants.R_HEADS) || name.startsWith(Constants.R_TAGS)) {
            refs.putIfAbsent(name, target);
        }
        return Optional.of(name).filter(it -> target.equals(refs.get(it)));
    }

    private static ObjectId id(String text) throws IOException {
        require(ObjectId.isId(text));
        return ObjectId.fromString(text);
    }

    private static void require(boolean plain) throws IOException {
        if (!plain) {
            throw new Unusual();
        }
    }
}
