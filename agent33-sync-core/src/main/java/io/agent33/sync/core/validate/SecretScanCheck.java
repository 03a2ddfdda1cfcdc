package io.agent33.sync.core.validate;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.validate.DeliveredFile;
import io.agent33.sync.api.validate.Finding;
import io.agent33.sync.api.validate.ValidationContext;
import io.agent33.sync.core.text.TextFile;
import io.agent33.sync.core.tree.Memo;
import io.agent33.sync.core.validate.secret.SecretMatch;
import io.agent33.sync.core.validate.secret.SecretScanner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Credentials, private paths and internal content, in files, their paths and the pull request's own text (S7). */
final class SecretScanCheck implements Inspection {
    /** Where the pull request's own text is meant. */
    static final Location PULL_REQUEST = Location.of("(pull request)");

    private static final int SAMPLE = 8000;

    private record Question(ObjectId blob, String path) {}

    private final SecretScanner scanner;
    private final boolean pathsMatter;
    private final Memo<Question, Optional<List<SecretMatch>>> known = new Memo<>();

    private final Memo<String, List<SecretMatch>> paths = new Memo<>();

    SecretScanCheck(SecretScanner scanner) {
        this.scanner = scanner;
        this.pathsMatter = !scanner.rules().ids().isEmpty();
    }

    @Override
    public Inspected inspect(ValidationContext context, String words) {
        List<Found> found = new ArrayList<>();
        for (DeliveredFile file : context.files()) {
            String path = file.target().value();
            inPath(path).forEach(match -> found.add(found(match, Location.of(path), "its path: ")));
            inContent(file)
                    .ifPresentOrElse(
                            matches -> matches.forEach(match ->
                                    found.add(found(match, new Location(path, match.line(), match.column()), ""))),
                            () -> found.add(tooLong(path)));
        }
        scanner.scan(words).forEach(match -> found.add(found(match, PULL_REQUEST, "")));
        return new Inspected(left -> left + (left == 1 ? " violation" : " violations"), found);
    }

    @Override
    public void read(DeliveredFile file, ValidationContext context) {
        inPath(file.target().value());
        inContent(file);
    }

    private List<SecretMatch> inPath(String path) {
        return paths.get(path, () -> scanner.scanPath(path));
    }

    private Optional<List<SecretMatch>> inContent(DeliveredFile file) {
        Question question =
                new Question(file.state().id(), pathsMatter ? file.target().value() : "");
        return known.get(question, () -> scan(file));
    }

    /** Empty if the file is too long to be looked at. What is not UTF-8 is read byte by byte; what is binary, not at all. */
    private Optional<List<SecretMatch>> scan(DeliveredFile file) {
        Optional<String> text = file.text();
        if (text.isEmpty() && TextFile.holdsNul(file.start(SAMPLE))) {
            return Optional.of(List.of());
        }
        return text.or(() -> file.content().map(content -> new String(content, StandardCharsets.ISO_8859_1)))
                .map(it -> scanner.scan(file.target().value(), it));
    }

    private static Found found(SecretMatch match, Location where, String prefix) {
        Finding finding = Finding.problem(
                match.kind(), where, prefix + match.title() + " (" + match.masked() + ")", match.remedy());
        return new Found(finding, match::matches);
    }

    private static Found tooLong(String path) {
        Finding finding = Finding.problem(
                "too-long-to-scan",
                Location.of(path),
                "more than 16 MiB, which are not scanned",
                "accept it in validation.allow, with the file's path as match, or exclude it");
        return Found.of(finding, path);
    }
}
