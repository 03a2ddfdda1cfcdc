package io.agent33.sync.github.rest;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.error.RepositoryException.Reason;
import io.agent33.sync.api.repository.RepositoryId;

/** Answers that are a no, as the exception that tells what to do. */
public final class Refused {
    private Refused() {}

    /** The answer, if it did what was asked. @throws RepositoryException if not */
    public static Answer unlessDone(RepositoryId repository, Answer answer) {
        if (!answer.isDone()) {
            throw exception(repository, answer);
        }
        return answer;
    }

    /** What is to be thrown of it. */
    public static RepositoryException exception(RepositoryId repository, Answer answer) {
        return new RepositoryException(
                reason(answer.status()),
                repository + ": GitHub answered " + answer.ask() + " with status " + answer.status()
                        + (answer.message().isEmpty() ? "" : " (" + answer.message() + ")") + "; "
                        + remedy(answer));
    }

    private static Reason reason(int status) {
        return switch (status) {
            case 401, 403, 451 -> Reason.FORBIDDEN;
            case 404, 410 -> Reason.NOT_FOUND;
            default -> Reason.UNREACHABLE;
        };
    }

    private static String remedy(Answer answer) {
        if (answer.says("archived")) {
            return "it is archived: unarchive it, or remove its rules";
        }
        return switch (answer.status()) {
            case 401 -> "check the token or the app's key, and whether it has ended";
            case 403 ->
                "give the token or the app "
                        + answer.permissions()
                                .map(needed -> "one of these permissions: " + needed)
                                .orElse("the permission");
            case 404 -> "check the name, and whether the credentials may see it";
            case 410 -> "switch the feature on in the repository's settings";
            default -> "look at what it says, and run again";
        };
    }
}
