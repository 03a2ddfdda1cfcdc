package io.agent33.sync.core.validate;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.core.markdown.Reference;
import io.agent33.sync.core.text.Excerpt;

/** Findings about references of one file, in words; each is accepted by the destination as it is written. */
final class LinkFindings {
    private final String path;

    /** @param path of the file downstream */
    LinkFindings(String path) {
        this.path = path;
    }

    Found problem(LinkFault fault, Reference reference, String message) {
        return found(
                Finding.problem(fault.code(), where(reference), told(reference, message), fault.remedy()), reference);
    }

    Found note(String code, Reference reference, String message) {
        return found(Finding.note(code, where(reference), told(reference, message)), reference);
    }

    /** A path inside a message. */
    static String shown(String path) {
        return path.isEmpty() ? "./" : Excerpt.of(path);
    }

    private static Found found(Finding finding, Reference reference) {
        String raw = reference.destination().raw();
        String url = reference.destination().url();
        return new Found(finding, match -> match.equals(raw) || match.equals(url));
    }

    private static String told(Reference reference, String message) {
        return Excerpt.quoted(reference.destination().raw()) + " " + message;
    }

    private Location where(Reference reference) {
        return new Location(
                path, reference.position().line(), reference.position().column());
    }
}
