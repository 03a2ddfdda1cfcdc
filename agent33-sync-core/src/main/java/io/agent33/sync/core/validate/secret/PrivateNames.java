package io.agent33.sync.core.validate.secret;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Names of hosts and domains that nobody outside should read (S7), as a host application knows them. Immutable. */
public final class PrivateNames {
    private static final Kind KIND = new Kind(
            "internal-host-name",
            Category.PRIVATE_PATH,
            "internal host name",
            0,
            "Name a host of a documentation domain (example.com), or a placeholder.");

    private final List<String> hosts;

    private PrivateNames(List<String> hosts) {
        this.hosts = hosts;
    }

    /** The default: none. */
    public static PrivateNames none() {
        return new PrivateNames(List.of());
    }

    /** These, and a host or domain with everything below it, of any case: {@code corp.example.org}. */
    public PrivateNames host(String name) {
        String host = name.strip().toLowerCase(Locale.ROOT);
        if (host.isEmpty() || !host.chars().allMatch(c -> isOfName((char) c)) || host.startsWith(".")) {
            throw new IllegalArgumentException(
                    "an internal host name is letters, digits, hyphens and dots, without a dot in front");
        }
        return new PrivateNames(
                Stream.concat(hosts.stream(), Stream.of(host)).distinct().toList());
    }

    List<Detector> detectors() {
        return hosts.isEmpty() ? List.of() : List.of(new Hosts(hosts));
    }

    private static boolean isOfName(char c) {
        return Chars.isAlphanumeric(c) || c == '-' || c == '.';
    }

    private record Hosts(List<String> keywords) implements Detector {
        private static final int MAX_NAME = 253;

        @Override
        public void look(String text, int at, Found found) {
            for (String host : keywords) {
                int end = at + host.length();
                if (text.regionMatches(true, at, host, 0, host.length()) && isWhole(text, at, end)) {
                    found.add(KIND, nameStart(text, at), end);
                }
            }
        }

        /** {@code build.corp.example.org} is below the domain, {@code mycorp.example.org} and {@code corp.example.org.uk} are not. */
        private static boolean isWhole(String text, int at, int end) {
            char before = Chars.at(text, at - 1);
            char after = Chars.at(text, end);
            boolean goesOn = after == '.' && Chars.isAlphanumeric(Chars.at(text, end + 1));
            return !Chars.isAlphanumeric(before)
                    && before != '-'
                    && !Chars.isAlphanumeric(after)
                    && after != '-'
                    && !goesOn;
        }

        private static int nameStart(String text, int at) {
            int start = at;
            while (start > 0 && at - start < MAX_NAME && isOfName(text.charAt(start - 1))) {
                start--;
            }
            return start;
        }
    }
}
