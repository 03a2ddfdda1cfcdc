package org.example.plugin;

import io.agent33.sync.api.publish.PullRequestPublisher;
import io.agent33.sync.api.publish.PullRequestText;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.contract.PublisherHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The outbox, and people who read their mail. */
record Mailbox(Path outbox) implements PublisherHost {
    @Override
    public PullRequestPublisher open() {
        return new MailPublisher(outbox);
    }

    @Override
    public List<PullRequestText> pullRequests(RepositoryId repository) {
        Path place = outbox.resolve(repository.value());
        if (Files.notExists(place)) {
            return List.of();
        }
        try (Stream<Path> messages = Files.list(place)) {
            return messages.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(Mailbox::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PullRequestText text(Path message) {
        try {
            String mail = Files.readString(message);
            return new PullRequestText(
                    header(mail, "Subject"),
                    mail,
                    list(header(mail, "Keywords")),
                    list(header(mail, "To")),
                    Boolean.parseBoolean(header(mail, "X-Draft")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(String mail, String name) {
        Matcher header = Pattern.compile("(?m)^" + name + ": (.*)$").matcher(mail);
        return header.find() ? header.group(1) : "";
    }

    private static List<String> list(String value) {
        return Arrays.stream(value.split(", ")).filter(item -> !item.isEmpty()).toList();
    }

    @Override
    public void close(RepositoryId repository, String ruleId) {
        Path message = message(repository, ruleId);
        Matcher release = Pattern.compile("agent33-sync/([^/]+)/").matcher(text(message).body());
        if (!release.find()) {
            throw new AssertionError("no branch in " + message);
        }
        try {
            Files.move(message, message.resolveSibling(ruleId + "-" + release.group(1) + ".no"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void merge(RepositoryId repository, String ruleId) {
        try {
            Files.delete(message(repository, ruleId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void edit(RepositoryId repository, String ruleId, String body) {
        try {
            Files.writeString(message(repository, ruleId), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path message(RepositoryId repository, String ruleId) {
        return outbox.resolve(repository.value()).resolve(ruleId + ".eml");
    }
}
