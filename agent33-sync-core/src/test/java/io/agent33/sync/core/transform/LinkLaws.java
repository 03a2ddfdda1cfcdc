package io.agent33.sync.core.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agent33.sync.api.transform.Document;
import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.core.link.NamedPath;
import io.agent33.sync.core.link.Naming;
import io.agent33.sync.core.link.RelativePath;
import io.agent33.sync.core.markdown.Range;
import io.agent33.sync.core.markdown.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the transforms of links owe, whatever the text: found by reading before and after, and not by what they say they did. */
final class LinkLaws {
    private static final String SOURCE = "core/orch/README.md";

    /** Nothing that a text could name is elsewhere, or away. */
    private static final Surroundings NOTHING_TO_DO = new Surroundings().delivers(SOURCE, SOURCE);

    static final Surroundings PLACES = new Surroundings()
            .delivers(SOURCE, "docs/orch/README.md")
            .delivers("core/orch/a.md", "docs/orch/a.md")
            .delivers("core/prompts/a.md", "ai/p/a.md")
            .delivers("core/prompts/b c.md", "ai/p/b c.md")
            .has(List.of("core/arch/w.md", "core/orch/core/a.md", "x/y"))
            .had("core/old/gone.md");

    private static final TransformChain SAME_LAYOUT = Surroundings.chain("strip", "core/ > core/");
    private static final TransformChain STRIP = Surroundings.chain("strip");
    private static final TransformChain REWRITE = Surroundings.chain("core/ > docs/");
    private static final TransformChain BOTH = Surroundings.chain("strip", "core/ > docs/", "core/prompts > ai/p");

    /** Brackets in brackets, and a block of HTML: a link that goes can make links of what is around it. */
    private static final Pattern NESTED = Pattern.compile("\\[[^\\]]*\\[|(?i)<(a|img)\\b");

    private LinkLaws() {}

    /** @return in short what was done */
    static String hold(String text) {
        Document nothing = NOTHING_TO_DO.document(SOURCE, text);
        assertThat(SAME_LAYOUT.apply(nothing, NOTHING_TO_DO.context())).isSameAs(nothing);
        boolean stripped = stripping(text);
        boolean rewritten = rewriting(text);
        String both = apply(BOTH, text).text();
        assertThat(apply(BOTH, text).text()).isEqualTo(both);
        return (stripped ? "stripped " : "")
                + (rewritten ? "rewritten " : "")
                + references(both).size();
    }

    private static boolean stripping(String text) {
        Document after = apply(STRIP, text);
        assertOnlyDeleted(text, after.text());
        if (!NESTED.matcher(text).find()) {
            assertInOrder(outside(text), after.text());
        }
        boolean shallow = text.chars().filter(c -> c == '[').count() < 10;
        if (shallow) {
            assertThat(apply(STRIP, after.text()).text()).isEqualTo(after.text());
            assertThat(references(after.text())).noneMatch(LinkLaws::leadsToWhatIsNotDelivered);
        }
        return !after.text().equals(text);
    }

    private static boolean leadsToWhatIsNotDelivered(Reference reference) {
        return !reference.form().isMention()
                && Naming.candidates(SOURCE, reference).stream()
                        .map(NamedPath::path)
                        .anyMatch(path -> PLACES.everHad(path) && place(path).isEmpty());
    }

    private static boolean rewriting(String text) {
        Document after = apply(REWRITE, text);
        List<Reference> was = references(text);
        List<Reference> is = references(after.text());
        assertThat(is)
                .extracting(Reference::form)
                .isEqualTo(was.stream().map(Reference::form).toList());
        for (int i = 0; i < was.size(); i++) {
            if (was.get(i).form().isMention()) {
                mention(was.get(i), is.get(i));
            } else {
                link(was.get(i), is.get(i));
            }
        }
        assertThat(between(after.text(), is)).isEqualTo(between(text, was));
        return !after.text().equals(text);
    }

    private static void link(Reference was, Reference is) {
        Optional<String> place =
                Naming.candidates(SOURCE, was).stream().findFirst().flatMap(named -> place(named.path()));
        boolean fromRoot = was.destination().path().startsWith("/");
        if (place.isPresent() && !(fromRoot && !was.destination().path().startsWith("/core/"))) {
            assertThat(Naming.candidates("docs/orch/README.md", is).get(0).path())
                    .as("%s to %s", was, is)
                    .isEqualTo(place.get());
            assertThat(is.destination().fragment()).isEqualTo(was.destination().fragment());
            assertThat(is.destination().query()).isEqualTo(was.destination().query());
        } else if (place.isEmpty()) {
            assertThat(is.destination().raw()).isEqualTo(was.destination().raw());
        }
    }

    private static void mention(Reference was, Reference is) {
        String path = was.destination().path();
        if (is.destination().path().equals(path)) {
            return;
        }
        String named = RelativePath.resolve("", path).orElseThrow();
        assertThat(named).matches("core(/.*)?");
        assertThat(RelativePath.resolve("", is.destination().path())).isEqualTo(place(named));
        assertThat(is.destination().fragment()).isEqualTo(was.destination().fragment());
    }

    private static Optional<String> place(String path) {
        return Places.of(path, PLACES);
    }

    private static Document apply(TransformChain chain, String text) {
        return chain.apply(PLACES.document(SOURCE, text), PLACES.context());
    }

    private static List<Reference> references(String text) {
        return LinkReader.keepingNothing().read(SOURCE, text).references();
    }

    /** What stands outside of all references. */
    private static List<String> outside(String text) {
        return without(text, references(text).stream().map(Reference::range).toList());
    }

    /** What stands outside of all paths. */
    private static List<String> between(String text, List<Reference> references) {
        return without(
                text,
                references.stream().map(each -> each.destination().pathRange()).toList());
    }

    private static List<String> without(String text, List<Range> ranges) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (Range range :
                ranges.stream().sorted(Comparator.comparingInt(Range::start)).toList()) {
            if (range.start() >= from) {
                parts.add(text.substring(from, range.start()));
                from = range.end();
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static void assertOnlyDeleted(String text, String left) {
        int at = 0;
        for (int i = 0; i < text.length() && at < left.length(); i++) {
            at += text.charAt(i) == left.charAt(at) ? 1 : 0;
        }
        assertThat(at).as("'%s' of '%s'", left, text).isEqualTo(left.length());
    }

    private static void assertInOrder(List<String> parts, String text) {
        assertThat(text).startsWith(parts.get(0)).endsWith(parts.get(parts.size() - 1));
        int at = 0;
        for (String part : parts) {
            int found = text.indexOf(part, at);
            assertThat(found).as("'%s' in '%s' from %s", part, text, at).isNotNegative();
            at = found + part.length();
        }
    }
}
