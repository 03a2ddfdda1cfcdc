package io.agent33.sync.core.validate;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.ValidationContext;
import io.agent33.sync.core.tree.Memo;
import io.agent33.sync.core.validate.schema.DataReader;
import io.agent33.sync.core.validate.schema.DataText;
import io.agent33.sync.core.validate.schema.Judgement;
import io.agent33.sync.core.validate.schema.SchemaFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with delivered data, worked out once for all downstreams that have the same files where a judgement asked for some:
 * upstream's own text, and schemas. Thread-safe.
 */
final class Judgements {
    private static final int MOST = 2_000;

    /** What a judgement is of; where the file lies decides where its schemas are looked for. */
    private record Question(ObjectId blob, String target, String source) {}

    /** A file that a judgement asked for. */
    private record Asked(boolean upstream, String path) {
        Optional<String> of(ValidationContext context) {
            return upstream ? context.source().text(path) : context.target().text(path);
        }
    }

    /** A judgement, and what it was told. */
    private record Kept(Judgement judgement, Map<Asked, Optional<String>> answers) {
        boolean holdsIn(ValidationContext context) {
            return answers.entrySet().stream()
                    .allMatch(answer -> answer.getKey().of(context).equals(answer.getValue()));
        }
    }

    private static final class Latest {
        private volatile Optional<Kept> kept = Optional.empty();
    }

    private final DataReader reader;
    private final Memo<Question, Latest> known = new Memo<>(MOST, any -> 1);

    Judgements(DataReader reader) {
        this.reader = reader;
    }

    /** @param text what stands in the file */
    Judgement of(DeliveredFile file, DataText text, ValidationContext context) {
        Latest latest = known.get(new Question(file.state().id(), file.target().value(), file.source()), Latest::new);
        Kept kept = latest.kept.filter(it -> it.holdsIn(context)).orElseGet(() -> judged(file, text, context));
        latest.kept = Optional.of(kept);
        return kept.judgement();
    }

    private Kept judged(DeliveredFile file, DataText text, ValidationContext context) {
        Map<Asked, Optional<String>> answers = new LinkedHashMap<>();
        SchemaFiles.Tree target = new SchemaFiles.Tree(
                folder(file.target().value()), path -> answer(new Asked(false, path), context, answers));
        SchemaFiles.Tree source =
                new SchemaFiles.Tree(folder(file.source()), path -> answer(new Asked(true, path), context, answers));
        String name = file.source().substring(file.source().lastIndexOf('/') + 1);
        Judgement judgement = Judgement.of(
                text,
                () -> answer(new Asked(true, file.source()), context, answers)
                        .map(upstream -> reader.read(name, upstream)),
                new SchemaFiles(List.of(target, source)),
                new SchemaFiles(List.of(source)));
        return new Kept(judgement, Map.copyOf(answers));
    }

    private static Optional<String> answer(
            Asked asked, ValidationContext context, Map<Asked, Optional<String>> answers) {
        return answers.computeIfAbsent(asked, it -> it.of(context));
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
