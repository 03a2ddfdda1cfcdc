package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.agent33.sync.api.repository.FileMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * One folder as git stores it. Names are bytes there; here each byte is one character (ISO 8859-1), so that names are keys,
 * sort as git sorts them, and go back unchanged whatever their encoding.
 *
 * @param items in git's order
 */
record RawTree(List<Item> items) {
    private static final int TYPE = 0170000;
    private static final int FOLDER = 0040000;
    private static final int LINK = 0120000;
    private static final int SUBMODULE = 0160000;

    /** By name, a folder as if its name ended with a slash. */
    private static final Comparator<Item> GITS_ORDER = Comparator.comparing(Item::key);

    /**
     * An entry.
     *
     * @param name raw
     * @param mode git's bits, as they were, even if no git of today writes them
     */
    record Item(String name, int mode, ObjectId id) {
        boolean isFolder() {
            return (mode & TYPE) == FOLDER;
        }

        private String key() {
            return isFolder() ? name + "/" : name;
        }

        String shownName() {
            return new String(name.getBytes(ISO_8859_1), UTF_8);
        }

        FileMode shownMode() {
            return switch (mode & TYPE) {
                case FOLDER -> FileMode.FOLDER;
                case LINK -> FileMode.SYMLINK;
                case SUBMODULE -> FileMode.SUBMODULE;
                default -> (mode & 0111) == 0 ? FileMode.REGULAR : FileMode.EXECUTABLE;
            };
        }
    }

    static final RawTree EMPTY = new RawTree(List.of());

    static Item folder(String name, ObjectId tree) {
        return new Item(name, FOLDER, tree);
    }

    static Item file(String name, FileMode mode, ObjectId blob) {
        return new Item(name, Integer.parseInt(mode.octal(), 8), blob);
    }

    static RawTree of(Collection<Item> items) {
        return new RawTree(items.stream().sorted(GITS_ORDER).toList());
    }

    static RawTree read(ObjectReader reader, AnyObjectId tree) throws IOException {
        byte[] bytes = reader.open(tree, Constants.OBJ_TREE).getCachedBytes(Integer.MAX_VALUE);
        List<Item> items = new ArrayList<>();
        CanonicalTreeParser parser = new CanonicalTreeParser();
        for (parser.reset(bytes); !parser.eof(); parser.next()) {
            byte[] name = new byte[parser.getNameLength()];
            parser.getName(name, 0);
            items.add(new Item(new String(name, ISO_8859_1), parser.getEntryRawMode(), parser.getEntryObjectId()));
        }
        return new RawTree(items);
    }

    /** Name as the API shows it. */
    Optional<Item> find(String shownName) {
        return items.stream().filter(item -> item.shownName().equals(shownName)).findFirst();
    }

    /** The object's content. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] id = new byte[Constants.OBJECT_ID_LENGTH];
        for (Item item : items) {
            out.writeBytes((Integer.toOctalString(item.mode()) + " ").getBytes(US_ASCII));
            out.writeBytes(item.name().getBytes(ISO_8859_1));
            out.write(0);
            item.id().copyRawTo(id, 0);
            out.writeBytes(id);
        }
        return out.toByteArray();
    }

    /** The raw form of a name. */
    static String rawName(String name) {
        return new String(name.getBytes(UTF_8), ISO_8859_1);
    }
}
