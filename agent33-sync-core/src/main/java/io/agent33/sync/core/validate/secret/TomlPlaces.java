package io.agent33.sync.core.validate.secret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines at which tables and keys of a TOML text stand: its parser keeps no places. */
final class TomlPlaces {
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** @param text whose syntax is right */
    TomlPlaces(String text) {
        String table = "";
        String open = "";
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (!open.isEmpty()) {
                open = count(line, open) % 2 == 1 ? "" : open;
                continue;
            }
            String content = line.strip();
            if (content.startsWith("[") && content.contains("]") && !content.contains("=")) {
                table = table(content);
                lines.putIfAbsent(table, number);
            } else if (content.indexOf('=') > 0 && content.charAt(0) != '#') {
                String key = content.substring(0, content.indexOf('=')).strip().replace("\"", "");
                lines.putIfAbsent(table.isEmpty() ? key : table + "." + key, number);
            }
            open = opened(line);
        }
    }

    /** {@code [[rules]]} is {@code rules[0]} and then {@code rules[1]}; {@code [rules.allowlist]} is that of the last rule. */
    private String table(String header) {
        boolean list = header.startsWith("[[");
        String name = header.replace("[", "")
                .substring(0, header.replace("[", "").indexOf(']'))
                .strip();
        List<String> parts = new ArrayList<>();
        String written = "";
        String[] names = name.split("\\.", -1);
        for (int i = 0; i < names.length; i++) {
            written = written.isEmpty() ? names[i].strip() : written + "." + names[i].strip();
            boolean last = i == names.length - 1;
            int count = last && list
                    ? counts.merge(path(parts, names[i]), 1, Integer::sum)
                    : counts.getOrDefault(path(parts, names[i]), 0);
            parts.add(count == 0 ? names[i].strip() : names[i].strip() + "[" + (count - 1) + "]");
        }
        return String.join(".", parts);
    }

    private static String path(List<String> parts, String name) {
        return String.join(".", parts) + "." + name.strip();
    }

    private static String opened(String line) {
        for (String quotes : List.of("'''", "\"\"\"")) {
            if (count(line, quotes) % 2 == 1) {
                return quotes;
            }
        }
        return "";
    }

    private static int count(String line, String quotes) {
        int count = 0;
        for (int at = line.indexOf(quotes); at >= 0; at = line.indexOf(quotes, at + quotes.length())) {
            count++;
        }
        return count;
    }

    /** The line of a table or key, of the nearest table around it if it is not known, else 0. */
    int lineOf(String path) {
        String known = path;
        while (!known.isEmpty() && !lines.containsKey(known) && !lines.containsKey(known + "[0]")) {
            known = known.substring(0, Math.max(0, known.lastIndexOf('.')));
        }
        return lines.getOrDefault(known, lines.getOrDefault(known + "[0]", 0));
    }
}
