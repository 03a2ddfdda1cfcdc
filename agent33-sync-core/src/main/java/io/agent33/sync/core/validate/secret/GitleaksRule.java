package io.agent33.sync.core.validate.secret;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/**
 * A rule of a gitleaks file.
 *
 * @param regex what a match looks like; empty if the path alone decides
 * @param path which files it looks at; empty means all
 * @param secretGroup which group is the secret; 0 means the first that matched, or the whole match
 * @param entropy the secret's must be above it, if it is not 0
 * @param keywords in small letters; empty means that it is always tried
 * @param allowlists its own, and those of its file
 */
record GitleaksRule(
        String id,
        String description,
        Optional<Pattern> regex,
        Optional<Pattern> path,
        int secretGroup,
        double entropy,
        List<String> keywords,
        List<GitleaksAllowlist> allowlists) {

    private Kind kind() {
        String title = description.isBlank() ? "match of rule " + id : description;
        return new Kind(id, Category.CREDENTIAL, title, 0, "Revoke what was found, and remove it from the text.");
    }

    /** @param file the path of the text; empty if nobody knows */
    void find(String file, String text, int from, int to, Found found) {
        boolean otherFile =
                !file.isEmpty() && path.isPresent() && !path.get().matcher(file).find();
        if (regex.isEmpty() || otherFile) {
            return;
        }
        Matcher matcher = regex.get().matcher(text.substring(from, to));
        while (!found.isFull() && matcher.find()) {
            int group = secret(matcher);
            int start = from + matcher.start(group);
            int end = from + matcher.end(group);
            if (end > start
                    && isSecret(file, text, text.substring(start, end), from + matcher.start(), from + matcher.end())) {
                found.add(kind(), start, end);
            }
        }
    }

    private int secret(Matcher matcher) {
        if (secretGroup > 0) {
            return matcher.start(secretGroup) < 0 ? 0 : secretGroup;
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.end(group) > matcher.start(group)) {
                return group;
            }
        }
        return 0;
    }

    private boolean isSecret(String file, String text, String secret, int start, int end) {
        return (entropy == 0 || Entropy.of(secret) > entropy)
                && allowlists.stream().noneMatch(list -> list.allows(file, text, secret, start, end));
    }

    /** What asks for no more than a path is found at its beginning. */
    void findPath(String file, Found found) {
        if (regex.isEmpty() && path.isPresent()) {
            Matcher matcher = path.get().matcher(file);
            if (matcher.find()
                    && allowlists.stream().noneMatch(list -> list.allows(file, file, file, 0, file.length()))) {
                found.add(kind(), matcher.start(), matcher.end());
            }
        }
    }
}
