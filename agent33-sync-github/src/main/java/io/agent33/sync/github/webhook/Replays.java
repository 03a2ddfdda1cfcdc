package io.agent33.sync.github.webhook;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The bodies that were accepted last. Bodies and nothing else: the headers are not signed, so that who sends an old body again can give
 * it a new delivery id and another event. Thread-safe.
 */
final class Replays {
    private final int most;
    private final Set<String> digests = new LinkedHashSet<>();

    /** @param most how many are remembered, of 100 to 200 bytes each */
    Replays(int most) {
        this.most = most;
    }

    /** Remembers a body. @return whether it was not known */
    boolean isNew(byte[] body) {
        String digest = digest(body);
        synchronized (digests) {
            boolean added = digests.add(digest);
            if (digests.size() > most) {
                Iterator<String> eldest = digests.iterator();
                eldest.next();
                eldest.remove();
            }
            return added;
        }
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SHA-256, which every JDK has", e);
        }
    }
}
