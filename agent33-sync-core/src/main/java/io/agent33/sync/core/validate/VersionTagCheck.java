package io.agent33.sync.core.validate;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.api.validate.ValidationContext;
import io.agent33.sync.core.markdown.FrontMatter;
import io.agent33.sync.core.text.CommentStyle;
import io.agent33.sync.core.tree.Memo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether files carry the release in their front matter or header; those that can carry none are left out (S7). */
final class VersionTagCheck implements Inspection {
    private static final int HEADER_LINES = 20;

    /** Whether a file of this name and content lacks that version. */
    private record Question(ObjectId blob, String name, String version) {}

    private final Memo<Question, Boolean> lacking = new Memo<>();

    @Override
    public Inspected inspect(ValidationContext context, String words) {
        List<Found> found = new ArrayList<>();
        for (DeliveredFile file : context.files()) {
            if (isLacking(file, context)) {
                found.add(missing(file, context));
            }
        }
        String label = context.release().label();
        return new Inspected(
                left -> left == 0 ? label + " present in all files" : label + " missing in " + left + " files", found);
    }

    @Override
    public void read(DeliveredFile file, ValidationContext context) {
        isLacking(file, context);
    }

    private boolean isLacking(DeliveredFile file, ValidationContext context) {
        Question question = new Question(
                file.state().id(), file.target().name(), context.release().version());
        return lacking.get(question, () -> lacks(file, context));
    }

    private static boolean lacks(DeliveredFile file, ValidationContext context) {
        Optional<String> text = file.text();
        return text.isPresent() && canCarry(file, text.get()) && !carries(text.get(), context);
    }

    private static boolean canCarry(DeliveredFile file, String text) {
        return CommentStyle.of(file.target().name()).isPresent()
                || FrontMatter.of(text).filter(FrontMatter::keys).isPresent();
    }

    /** Among the keys of front matter; if there are none, in the first lines of the text, or behind what stands for them. */
    private static boolean carries(String text, ValidationContext context) {
        String version = context.release().version();
        Optional<FrontMatter> matter = FrontMatter.of(text);
        Stream<String> head = matter.filter(FrontMatter::keys)
                .map(found -> found.content().of(text).lines())
                .orElseGet(() -> text.substring(
                                matter.map(found -> found.range().end()).orElse(0))
                        .lines()
                        .limit(HEADER_LINES));
        return head.anyMatch(line -> holds(line, version));
    }

    /** The version as a word of its own, with or without its v. */
    private static boolean holds(String line, String version) {
        for (int at = line.indexOf(version); at >= 0; at = line.indexOf(version, at + 1)) {
            int start = at > 0 && line.charAt(at - 1) == 'v' ? at - 1 : at;
            if (isEdge(line, start - 1, false) && isEdge(line, at + version.length(), true)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEdge(String line, int at, boolean behind) {
        if (at < 0 || at >= line.length()) {
            return true;
        }
        char c = line.charAt(at);
        boolean lastStop = behind && c == '.' && (at + 1 == line.length() || line.charAt(at + 1) == ' ');
        return lastStop || !(Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '+' || c == '_');
    }

    private static Found missing(DeliveredFile file, ValidationContext context) {
        String label = context.release().label();
        return Found.of(
                Finding.problem(
                        "version-tag-missing",
                        Location.of(file.target().value()),
                        label + " stands neither in front matter nor in the header",
                        "add stamp_version to the rule's transforms"),
                label);
    }
}
