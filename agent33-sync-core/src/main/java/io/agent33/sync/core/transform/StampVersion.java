package io.agent33.sync.core.transform;

import io.agent33.sync.api.transform.Document;
import io.agent33.sync.api.transform.Transform;
import io.agent33.sync.api.transform.TransformContext;
import java.util.Optional;

/**
 * Writes the release into a file (S7): as a key of its front matter, else as a comment at its head. A stamp that is there is
 * brought up to date; a file that can hold neither stays as it is.
 */
final class StampVersion implements Transform {
    @Override
    public Document apply(Document document, TransformContext context) {
        String text = document.text();
        Head head = Head.of(document.target().name(), text);
        Optional<Stamp> stamp = head.frontMatter().isPresent()
                ? Optional.of(Stamp.KEY)
                : Stamp.comment(document.target().name());
        return stamp.map(form -> stamped(document, head, form, context.release().label()))
                .orElse(document);
    }

    private static Document stamped(Document document, Head head, Stamp stamp, String release) {
        String text = document.text();
        String line = stamp.line(release);
        for (int at = 0; at < head.end(); at = Head.next(text, at)) {
            String old = Head.lineAt(text, at);
            if (stamp.isOn(old)) {
                return document.replace(at, at + old.length(), line);
            }
        }
        int place = head.frontMatter().orElse(head.comment());
        boolean midLine = place > 0 && "\r\n".indexOf(text.charAt(place - 1)) < 0;
        return document.replace(place, place, midLine ? "\n" + line : line + "\n");
    }
}
