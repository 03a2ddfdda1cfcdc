package io.agent33.sync.core.validate;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.transform.TransformNote;
import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.api.validate.ValidationContext;
import io.agent33.sync.core.link.LinkReader;
import io.agent33.sync.core.link.LinkedText;
import io.agent33.sync.core.text.TextFile;
import io.agent33.sync.core.tree.Memo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what a rule delivers leads to files, folders and anchors that are there (S6, S7). */
final class LinkIntegrityCheck implements Inspection {
    private static final int SAMPLE = 8000;
    private static final int MOST_FOUND = 1000;
    private static final int MOST_KEPT = 200_000;

    private record Question(ObjectId blob, boolean markdown) {}

    private record TextQuestion(String text, boolean markdown) {}

    private final LinkReader reader;
    /** Empty if a file is too long to be read. */
    private final Memo<Question, Optional<LinkedFile>> known =
            new Memo<>(MOST_KEPT, file -> file.map(LinkedFile::size).orElse(1));

    /** Of files that are not delivered, upstream's among them. */
    private final Memo<TextQuestion, LinkedFile> texts = new Memo<>(MOST_KEPT, LinkedFile::size);

    LinkIntegrityCheck(LinkReader reader) {
        this.reader = reader;
    }

    @Override
    public Inspected inspect(ValidationContext context, String words) {
        LinkedTree tree = new LinkedTree(context, file -> references(file).orElse(LinkedFile.BINARY), this::references);
        List<Found> found = new ArrayList<>();
        for (DeliveredFile file : context.files()) {
            file.notes().forEach(note -> found.add(told(file, note)));
            if (file.conflicted()) {
                found.add(ConflictedFiles.passedOver(file, "its references"));
            } else {
                references(file)
                        .ifPresentOrElse(
                                read -> found.addAll(inspect(file, read, tree)),
                                () -> found.add(
                                        notRead(file, "too-long-to-check", "more than 16 MiB, which are not read")));
            }
        }
        return new Inspected(left -> left + (left == 1 ? " broken link" : " broken links"), found);
    }

    @Override
    public void read(DeliveredFile file, ValidationContext context) {
        if (!file.conflicted()) {
            references(file);
        }
    }

    private static List<Found> inspect(DeliveredFile file, LinkedFile read, LinkedTree tree) {
        LinkJudge judge = new LinkJudge(tree, file);
        List<Found> found = new ArrayList<>();
        read.references().stream()
                .flatMap(reference -> judge.judge(reference).stream())
                .limit(MOST_FOUND)
                .forEach(found::add);
        if (found.size() == MOST_FOUND) {
            found.add(notRead(file, "too-many-links", "no more than 1000 findings of a file are told"));
        }
        return found;
    }

    private Optional<LinkedFile> references(DeliveredFile file) {
        boolean markdown = LinkedText.isMarkdown(file.target().value());
        return known.get(new Question(file.state().id(), markdown), () -> read(file, markdown));
    }

    private LinkedFile references(String path, String text) {
        return texts.get(
                new TextQuestion(text, LinkedText.isMarkdown(path)), () -> LinkedFile.of(reader.read(path, text)));
    }

    private Optional<LinkedFile> read(DeliveredFile file, boolean markdown) {
        Optional<String> text = file.text();
        if (text.isPresent()) {
            return text.map(it -> LinkedFile.of(reader.read(file.target().value(), it)));
        }
        boolean unread = markdown
                && !TextFile.holdsNul(file.start(SAMPLE))
                && file.content().isEmpty();
        return unread ? Optional.empty() : Optional.of(LinkedFile.BINARY);
    }

    /** What a transform of links could not do as the rule has it (S6). A line of a customised file is not the one that is meant. */
    private static Found told(DeliveredFile file, TransformNote note) {
        String path = file.target().value();
        Location where = new Location(path, file.customised() ? 0 : note.line(), 0);
        return Found.of(Finding.warning(note.code(), where, note.message(), note.remedy()), note.message());
    }

    private static Found notRead(DeliveredFile file, String code, String message) {
        String path = file.target().value();
        Finding finding = Finding.problem(
                code, Location.of(path), message, "accept it in validation.allow, with the file's path as match");
        return Found.of(finding, path);
    }
}
