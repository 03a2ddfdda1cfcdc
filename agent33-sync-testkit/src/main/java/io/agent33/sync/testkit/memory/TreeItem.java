package io.agent33.sync.testkit.memory;

import io.agent33.sync.api.repository.FileMode;
import io.agent33.sync.api.repository.ObjectId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * One entry of a git tree object.
 *
 * @param name as {@link RawPath}, a single segment
 */
record TreeItem(String name, FileMode mode, ObjectId id) {
    private static final int ID_BYTES = 20;

    /** Git compares a folder as if its name ended with a slash. */
    private static final Comparator<TreeItem> GIT_ORDER =
            Comparator.comparing(item -> item.isFolder() ? item.name + "/" : item.name);

    boolean isFolder() {
        return mode == FileMode.FOLDER;
    }

    static GitObject encode(Collection<TreeItem> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        items.stream().sorted(GIT_ORDER).forEach(item -> {
            String octal = item.isFolder() ? "40000" : item.mode.octal();
            out.writeBytes(octal.getBytes(StandardCharsets.US_ASCII));
            out.write(' ');
            out.writeBytes(RawPath.bytes(item.name));
            out.write(0);
            out.writeBytes(HexFormat.of().parseHex(item.id.hex()));
        });
        return GitObject.of(GitObject.Kind.TREE, out.toByteArray());
    }

    static List<TreeItem> decode(GitObject tree) {
        byte[] bytes = tree.bytes();
        List<TreeItem> items = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            int space = indexOf(bytes, ' ', at);
            int end = indexOf(bytes, '\0', space);
            int next = end + 1 + ID_BYTES;
            items.add(new TreeItem(
                    RawPath.of(Arrays.copyOfRange(bytes, space + 1, end)),
                    mode(new String(bytes, at, space - at, StandardCharsets.US_ASCII)),
                    ObjectId.of(HexFormat.of().formatHex(bytes, end + 1, next))));
            at = next;
        }
        return items;
    }

    private static FileMode mode(String octal) {
        return octal.equals("40000") ? FileMode.FOLDER : FileMode.ofOctal(octal);
    }

    private static int indexOf(byte[] bytes, char wanted, int from) {
        int at = from;
        while (bytes[at] != wanted) {
            at++;
        }
        return at;
    }
}
