package io.agent33.sync.core.merge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agent33.sync.api.merge.MergeResult;
import io.agent33.sync.api.merge.MergeStrategy;
import io.agent33.sync.api.merge.ThreeWay;
import io.agent33.sync.core.yaml.YamlBounds;
import io.agent33.sync.core.yaml.YamlDocument;
import io.agent33.sync.core.yaml.YamlMapping;
import io.agent33.sync.core.yaml.YamlReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Merges YAML, JSON and the front matter of Markdown key by key, on the lines in which they are written, so that comments,
 * order and form stay. What it made is parsed and compared with the merge of the values; if anything is off, or if it is
 * more than plain mappings, lines decide.
 */
final class StructuredMerge implements MergeStrategy {
    private static final String FENCE = "---";

    private final LineMerge lines = new LineMerge(LineMerge.Meeting.MARKED);
    private final YamlReader reader = new YamlReader(YamlBounds.handwritten());

    @Override
    public MergeResult merge(ThreeWay sides) {
        String name = sides.path().name().toLowerCase(Locale.ROOT);
        MarkedText out = new MarkedText(sides.markers());
        if (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) {
            Optional<Pieces> merged = merged(sides.base(), sides.local(), sides.upstream());
            merged.ifPresent(pieces -> pieces.writeTo(out));
            return merged.isPresent() ? out.result() : lines.merge(sides);
        }
        return frontMatter(sides, out) ? out.result() : lines.merge(sides);
    }

    private boolean frontMatter(ThreeWay sides, MarkedText out) {
        Lines base = Lines.of(sides.base());
        Lines local = Lines.of(sides.local());
        Lines upstream = Lines.of(sides.upstream());
        int inBase = closingFence(base);
        int inLocal = closingFence(local);
        int inUpstream = closingFence(upstream);
        if (inBase < 0 || inLocal < 0 || inUpstream < 0) {
            return false;
        }
        Optional<Pieces> merged = merged(front(base, inBase), front(local, inLocal), front(upstream, inUpstream));
        merged.ifPresent(pieces -> {
            out.lines(List.of(FENCE));
            pieces.writeTo(out);
            out.lines(List.of(FENCE));
            lines.merge(rest(base, inBase), rest(local, inLocal), rest(upstream, inUpstream), out);
        });
        return merged.isPresent();
    }

    /** The line that ends the front matter; -1 if there is none. */
    private static int closingFence(Lines text) {
        int found = text.size() > 0 && text.get(0).equals(FENCE)
                ? text.between(1, text.size()).indexOf(FENCE)
                : -1;
        return found < 0 ? -1 : found + 1;
    }

    private static String front(Lines text, int fence) {
        return String.join("\n", text.between(1, fence)) + "\n";
    }

    private static Lines rest(Lines text, int fence) {
        return text.part(fence + 1, text.size());
    }

    private Optional<Pieces> merged(String base, String local, String upstream) {
        Optional<YamlMapping> baseTree = tree(base);
        Optional<YamlMapping> localTree = tree(local);
        Optional<YamlMapping> upstreamTree = tree(upstream);
        if (baseTree.isEmpty() || localTree.isEmpty() || upstreamTree.isEmpty()) {
            return Optional.empty();
        }
        Optional<Outline> outline = Outline.of(Lines.of(base).all(), baseTree.get());
        Optional<Outline> ours = Outline.of(Lines.of(local).all(), localTree.get());
        Optional<Outline> theirs = Outline.of(Lines.of(upstream).all(), upstreamTree.get());
        if (outline.isEmpty() || ours.isEmpty() || theirs.isEmpty()) {
            return Optional.empty();
        }
        Object before = TreeMerge.value(baseTree.get());
        Object here = TreeMerge.value(localTree.get());
        Object there = TreeMerge.value(upstreamTree.get());
        return OutlineMerge.of(outline.get(), ours.get(), theirs.get())
                .filter(pieces -> isRight(pieces.decidedFor(true), before, here, there)
                        && isRight(pieces.decidedFor(false), before, here, there)
                        && holdsWhatIsNew(pieces.decidedFor(true), base, local)
                        && holdsWhatIsNew(pieces.decidedFor(false), base, upstream));
    }

    private boolean isRight(String text, Object base, Object local, Object upstream) {
        return tree(text)
                .filter(tree -> TreeMerge.isMergeOf(base, local, upstream, TreeMerge.value(tree)))
                .isPresent();
    }

    /** Whether every line that a side wrote is there, a comment too (S8). A comma is not its line's own. */
    private static boolean holdsWhatIsNew(String text, String base, String side) {
        Set<String> lines = withoutCommas(text);
        lines.addAll(withoutCommas(base));
        return lines.containsAll(withoutCommas(side));
    }

    private static Set<String> withoutCommas(String text) {
        return text.lines()
                .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Empty unless it is a single mapping without anchors, aliases, tags and keys that stand twice. */
    private Optional<YamlMapping> tree(String text) {
        List<YamlDocument> documents = reader.read("file", text.getBytes(UTF_8));
        return documents.size() == 1 && documents.get(0).objections().isEmpty()
                ? documents.get(0).root().filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast)
                : Optional.empty();
    }
}
