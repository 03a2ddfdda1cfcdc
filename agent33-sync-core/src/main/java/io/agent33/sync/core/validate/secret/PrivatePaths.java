package io.agent33.sync.core.validate.secret;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Home folders, drive paths and UNC paths. Not found: what is the same on every machine ({@code C:\Windows}, accounts of
 * container images) and what only shows where a name would stand ({@code /home/user}).
 */
final class PrivatePaths implements Detector {
    private static final String REMEDY =
            "Write the path relative to the repository, or name a placeholder in its place.";
    private static final Kind HOME = new Kind("home-path", Category.PRIVATE_PATH, "path in a home folder", 6, REMEDY);
    private static final Kind DRIVE = new Kind("drive-path", Category.PRIVATE_PATH, "path on a drive", 3, REMEDY);
    private static final Kind UNC = new Kind("unc-path", Category.PRIVATE_PATH, "path on a server (UNC)", 2, REMEDY);
    private static final Set<String> NOBODY = Set.of(
            "user",
            "username",
            "users",
            "you",
            "yourname",
            "your-name",
            "your_name",
            "your-user",
            "youruser",
            "name",
            "me",
            "runner",
            "ubuntu",
            "vagrant",
            "vscode",
            "node",
            "app",
            "git",
            "linuxbrew",
            "gitpod",
            "codespace",
            "circleci",
            "jovyan",
            "ec2-user",
            "shared",
            "public",
            "default",
            "path",
            "xxx",
            "foo",
            "example",
            "someone",
            "myuser");
    private static final List<String> SYSTEM =
            List.of("windows", "program files", "programdata", "path\\to", "path/to");
    private static final Set<String> TABLE_RULES = Set.of("hline", "cline", "midrule", "toprule", "bottomrule");
    private static final int MAX_PATH = 260;

    @Override
    public List<String> keywords() {
        return List.of("/home/", "/users/", ":\\", ":/", "\\\\");
    }

    @Override
    public void look(String text, int at, Found found) {
        char first = text.charAt(at);
        if (first == ':') {
            drive(text, at - 1, found);
        } else if (first == '\\') {
            unc(text, at, found);
        } else if (text.startsWith("/home/", at) || text.startsWith("/Users/", at)) {
            home(text, at, found);
        }
    }

    private static void home(String text, int at, Found found) {
        char before = Chars.at(text, at - 1);
        boolean fileUrl = before == '/' && Chars.at(text, at - 2) == '/';
        if (Chars.isAlphanumeric(before) || (!fileUrl && "._-~/)}]*+".indexOf(before) >= 0)) {
            return;
        }
        int name = text.indexOf('/', at + 1) + 1;
        int nameEnd = wordEnd(text, name);
        if (nameEnd > name && isSomebody(text.substring(name, nameEnd))) {
            found.add(HOME, at, pathEnd(text, at));
        }
    }

    private static boolean isSomebody(String name) {
        return !NOBODY.contains(name.toLowerCase(Locale.ROOT)) && name.chars().anyMatch(c -> Chars.isLetter((char) c));
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end - from < MAX_PATH
                && (Chars.isAlphanumeric(Chars.at(text, end)) || "._-".indexOf(Chars.at(text, end)) >= 0)) {
            end++;
        }
        return end;
    }

    private static void drive(String text, int letter, Found found) {
        if (!Chars.isLetter(Chars.at(text, letter))
                || !Chars.startsWord(text, letter)
                || Chars.at(text, letter - 1) == '_') {
            return;
        }
        boolean backslash = text.charAt(letter + 2) == '\\';
        int name = letter + (backslash && Chars.at(text, letter + 3) == '\\' ? 4 : 3);
        int end = pathEnd(text, letter);
        char first = Chars.at(text, name);
        if (!Chars.isAlphanumeric(first) && first != '_' && first != '$') {
            return;
        }
        String rest = text.substring(name, Math.min(text.length(), name + 24)).toLowerCase(Locale.ROOT);
        if (isOfADrive(text, letter, name, end)
                && SYSTEM.stream().noneMatch(rest::startsWith)
                && !isPlaceholderHome(rest)) {
            found.add(DRIVE, letter, end);
        }
    }

    /** {@code "a:\n"} is an escape, and {@code s:/a/} a substitution: a small letter must be one of a usual drive. */
    private static boolean isOfADrive(String text, int letter, int name, int end) {
        char drive = text.charAt(letter);
        boolean escape =
                name == letter + 3 && text.charAt(letter + 2) == '\\' && "nrtbfvxu0".indexOf(text.charAt(name)) >= 0;
        boolean goesOn = text.substring(name, end).chars().anyMatch(c -> c == '\\' || c == '/');
        return Chars.isUpper(drive) ? !escape || end > name + 1 : drive >= 'c' && drive <= 'h' && (!escape || goesOn);
    }

    private static boolean isPlaceholderHome(String rest) {
        if (!rest.startsWith("users\\") && !rest.startsWith("users/")) {
            return false;
        }
        int name = rest.startsWith("\\", 6) ? 7 : 6;
        int end = wordEnd(rest, name);
        return end == name || !isSomebody(rest.substring(name, end));
    }

    private static void unc(String text, int at, Found found) {
        if (Chars.at(text, at - 1) == '\\'
                || Chars.isAlphanumeric(Chars.at(text, at - 1))
                || Chars.at(text, at - 1) == ':') {
            return;
        }
        boolean escaped = text.startsWith("\\\\\\\\", at);
        int host = at + (escaped ? 4 : 2);
        int hostEnd = wordEnd(text, host);
        int share = hostEnd + (escaped ? 2 : 1);
        boolean parted = text.startsWith(escaped ? "\\\\" : "\\", hostEnd);
        int word = wordEnd(text, share);
        int shareEnd = Chars.at(text, word) == '$' ? word + 1 : word;
        if (parted && hostEnd - host >= 3 && shareEnd - share >= 2 && isServer(text.substring(host, hostEnd))) {
            found.add(UNC, at, pathEnd(text, at));
        }
    }

    private static boolean isServer(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return !lower.equals("server")
                && !lower.equals("localhost")
                && !lower.equals("example")
                && !TABLE_RULES.contains(lower);
    }

    private static int pathEnd(String text, int from) {
        int end = quotedEnd(text, from);
        if (end > from) {
            return end;
        }
        while (end < text.length() && end - from < MAX_PATH && isOfPath(text.charAt(end))) {
            end++;
        }
        while (end > from + 1 && ".,:;!?*".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** Between quotation marks a path may hold spaces; where it begins if there are none. */
    private static int quotedEnd(String text, int from) {
        char quote = Chars.at(text, from - 1);
        int end = from;
        while ("\"'`".indexOf(quote) >= 0 && end - from < MAX_PATH && Chars.at(text, end) >= ' ') {
            if (text.charAt(end) == quote) {
                return end;
            }
            end++;
        }
        return from;
    }

    private static boolean isOfPath(char c) {
        return c > ' ' && c != 0x7F && "\"'`<>|()[]{},;".indexOf(c) < 0;
    }
}
