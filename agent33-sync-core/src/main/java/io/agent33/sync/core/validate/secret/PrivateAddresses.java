package io.agent33.sync.core.validate.secret;

import java.util.List;

/**
 * Addresses of private networks: RFC 1918 and link-local for IPv4, unique local and link-local for IPv6. Loopback, whole
 * blocks such as {@code 10.0.0.0/8}, and the clouds' metadata address are everybody's, and not found.
 */
final class PrivateAddresses implements Detector {
    private static final Kind KIND = new Kind(
            "private-address",
            Category.PRIVATE_PATH,
            "address of a private network",
            0,
            "Name a host of a documentation range (192.0.2.0/24, 2001:db8::/32), or a placeholder.");
    private static final String METADATA = "169.254.169.254";
    private static final int MAX_IPV6 = 45;

    @Override
    public List<String> keywords() {
        return List.of("10.", "172.", "192.168.", "169.254.", "fe8", "fe9", "fea", "feb", "fc", "fd");
    }

    @Override
    public void look(String text, int at, Found found) {
        char before = Chars.at(text, at - 1);
        if (Chars.isAlphanumeric(before) || before == '.' || before == ':' || before == '_' || before == '-') {
            return;
        }
        if (Chars.isDigit(text.charAt(at))) {
            ipv4(text, at, found);
        } else {
            ipv6(text, at, found);
        }
    }

    private static void ipv4(String text, int at, Found found) {
        int[] octets = new int[4];
        int end = at;
        for (int i = 0; i < 4; i++) {
            int from = end;
            while (end - from < 4 && Chars.isDigit(Chars.at(text, end))) {
                octets[i] = octets[i] * 10 + text.charAt(end++) - '0';
            }
            boolean written = end > from && octets[i] <= 255 && (end == from + 1 || text.charAt(from) != '0');
            if (!written || (i < 3 && Chars.at(text, end++) != '.')) {
                return;
            }
        }
        char next = Chars.at(text, end);
        boolean longer = Chars.isAlphanumeric(next) || next == '_' || next == '-';
        boolean moreDigits = next == '.' && Chars.isDigit(Chars.at(text, end + 1));
        if (!longer
                && !moreDigits
                && isPrivate(octets)
                && !isBlock(text, octets, end)
                && !METADATA.equals(text.substring(at, end))) {
            found.add(KIND, at, end);
        }
    }

    private static boolean isPrivate(int[] octets) {
        return octets[0] == 10
                || (octets[0] == 172 && octets[1] >= 16 && octets[1] <= 31)
                || (octets[0] == 192 && octets[1] == 168)
                || (octets[0] == 169 && octets[1] == 254);
    }

    private static boolean isBlock(String text, int[] octets, int end) {
        boolean net = octets[2] == 0 && octets[3] == 0 && (octets[0] != 10 || octets[1] == 0);
        return net && (text.startsWith("/8", end) || text.startsWith("/12", end) || text.startsWith("/16", end));
    }

    private static void ipv6(String text, int at, Found found) {
        int end = at;
        while (end - at <= MAX_IPV6 && (Chars.isHex(Chars.at(text, end)) || Chars.at(text, end) == ':')) {
            end++;
        }
        String address = text.substring(at, end);
        boolean block = address.endsWith("::") && Chars.at(text, end) == '/';
        if (address.indexOf(':') == 4 && !block && Chars.endsWord(text, end) && isIpv6(address)) {
            found.add(KIND, at, end);
        }
    }

    private static boolean isIpv6(String address) {
        int gap = address.indexOf("::");
        boolean oneGap = gap < 0 || address.indexOf("::", gap + 1) < 0;
        int groups = 0;
        int from = 0;
        for (int i = 0; i <= address.length(); i++) {
            if (i == address.length() || address.charAt(i) == ':') {
                groups += i > from ? 1 : 0;
                if (i - from > 4) {
                    return false;
                }
                from = i + 1;
            }
        }
        return oneGap && (gap < 0 ? groups == 8 && !address.endsWith(":") : groups >= 2 && groups < 8);
    }
}
