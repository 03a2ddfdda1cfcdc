package io.agent33.sync.core.git;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first that a server says on a connection, kept for what JGit does not listen to: it takes names of another object
 * format for SHA-1's, or finds that the server hangs up. Thread-safe.
 */
final class Greeting {
    /** What it can do comes first, even after a page that demands a login. */
    private static final int KEPT = 16 << 10;
    /** A line of its own in git's protocol 2, a word among others before; a reference's name has neither before it. */
    private static final Pattern OBJECT_FORMAT = Pattern.compile("(?: |00[0-9a-f]{2})object-format=([a-z0-9]{1,32})");

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    InputStream hearing(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read() throws IOException {
                int next = in.read();
                if (next >= 0) {
                    hear(new byte[] {(byte) next}, 0, 1);
                }
                return next;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = in.read(bytes, offset, length);
                hear(bytes, offset, count);
                return count;
            }
        };
    }

    private synchronized void hear(byte[] bytes, int offset, int count) {
        int kept = Math.min(count, KEPT - heard.size());
        if (kept > 0) {
            heard.write(bytes, offset, kept);
        }
    }

    /** @throws OtherObjectFormat if the server named one */
    synchronized void refuseOtherObjectFormat() throws OtherObjectFormat {
        Matcher format = OBJECT_FORMAT.matcher(heard.toString(StandardCharsets.ISO_8859_1));
        if (format.find() && !format.group(1).equals(OtherObjectFormat.KNOWN)) {
            throw new OtherObjectFormat(format.group(1));
        }
    }
}
