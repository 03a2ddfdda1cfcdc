package io.agent33.sync.core.yaml;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** The text is not YAML; says what the parser said, without its excerpts. */
final class SyntaxProblem extends IOException {
    private static final long serialVersionUID = 1L;

    /** What the parser adds around the problem; we say it in our words. */
    private static final Pattern ADVICE = Pattern.compile("^found |\\. *\\(Do not use .*\\)$");

    private final transient YAMLException cause;

    SyntaxProblem(YAMLException cause) {
        super(cause);
        this.cause = cause;
    }

    /** What is wrong, as part of a sentence. */
    String problem() {
        if (cause instanceof ReaderException reader) {
            return String.format("the character U+%04X, which no YAML may hold", reader.getCodePoint());
        }
        if (cause instanceof MarkedYAMLException marked && marked.getProblem() != null) {
            String context = marked.getContext() == null ? "" : " (" + marked.getContext() + ")";
            return (ADVICE.matcher(marked.getProblem()).replaceAll("") + context).replaceAll("\\p{Cntrl}+", " ");
        }
        return "something else";
    }

    /** Where; empty if the parser does not know, or {@link #position} does. */
    Optional<Mark> mark() {
        return cause instanceof MarkedYAMLException marked
                ? Optional.ofNullable(marked.getProblemMark())
                : Optional.empty();
    }

    /** The place of what the problem is part of, such as an opening quote. */
    Optional<Mark> contextMark() {
        return cause instanceof MarkedYAMLException marked
                ? Optional.ofNullable(marked.getContextMark())
                : Optional.empty();
    }

    /** The index of a character that is forbidden everywhere, in code points; -1 if that is not the problem. */
    int position() {
        return cause instanceof ReaderException reader ? reader.getPosition() : -1;
    }
}
