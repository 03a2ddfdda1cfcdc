package io.agent33.sync.core.validate;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.api.validate.ValidationContext;
import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.core.text.TextFile;
import io.agent33.sync.core.tree.Memo;
import io.agent33.sync.core.validate.schema.DataReader;
import io.agent33.sync.core.validate.schema.DataText;
import io.agent33.sync.core.validate.schema.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Whether JSON and YAML, in files and in fenced blocks, are that, and as their schemas have them (S7). */
final class SchemaCheck implements Inspection {
    private static final int SAMPLE = 8000;

    /** By its name it is known what a file holds. */
    private record Question(ObjectId blob, String name) {}

    private final DataReader reader;
    private final Memo<Question, Optional<DataText>> delivered = new Memo<>();
    private final Judgements judgements;

    SchemaCheck(LinkReader links) {
        this.reader = new DataReader(links);
        this.judgements = new Judgements(reader);
    }

    @Override
    public Inspected inspect(ValidationContext context, String words) {
        List<Found> found = new ArrayList<>();
        int validated = 0;
        for (DeliveredFile file : context.files()) {
            if (!DataReader.canStandIn(file.target().name())) {
                continue;
            }
            if (file.conflicted()) {
                found.add(ConflictedFiles.passedOver(file, "its schemas"));
                continue;
            }
            Optional<DataText> text = data(file);
            if (text.isEmpty()) {
                unread(file).ifPresent(found::add);
                continue;
            }
            validated += text.get().schemas();
            if (!text.get().isQuiet()) {
                Judgement judgement = judgements.of(file, text.get(), context);
                validated += judgement.validated();
                judgement.faults().forEach(fault -> found.add(SchemaFindings.of(file, fault)));
            }
        }
        return new Inspected(details(validated), found);
    }

    @Override
    public void read(DeliveredFile file, ValidationContext context) {
        if (DataReader.canStandIn(file.target().name()) && !file.conflicted()) {
            data(file);
        }
    }

    private Optional<DataText> data(DeliveredFile file) {
        String name = file.target().name();
        return delivered.get(
                new Question(file.state().id(), name), () -> file.text().map(it -> reader.read(name, it)));
    }

    private static IntFunction<String> details(int validated) {
        String schemas = validated + (validated == 1 ? " schema validated" : " schemas validated");
        return left -> left == 0 ? schemas : schemas + ", " + left + (left == 1 ? " problem" : " problems");
    }

    /** What is no text is no data; what is too long is nobody's guess. */
    private static Optional<Found> unread(DeliveredFile file) {
        String path = file.target().value();
        return file.content().isPresent() || TextFile.holdsNul(file.start(SAMPLE))
                ? Optional.empty()
                : Optional.of(Found.of(
                        Finding.problem(
                                "schema-undecided",
                                Location.of(path),
                                "more than 16 MiB, which are not looked at",
                                "accept it in validation.allow, with the code as match, or exclude it"),
                        "schema-undecided"));
    }
}
