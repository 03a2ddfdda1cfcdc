package io.agent33.sync.github.pull;

import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.rule.MergeMethod;
import io.agent33.sync.github.rest.Answer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Merging without a person (S11): asked for once, done at once where nothing is left to wait for, taken back, and told truthfully.
 * What a person turned off stays off.
 */
final class AutoMerge {
    private static final String LATER = "GitHub merges it when all its requirements are met";

    private static final Set<String> FINAL = Set.of("UNPROCESSABLE", "FORBIDDEN");

    private final Pulls pulls;
    private final Pull pull;
    private final ObjectId head;

    /** @param head what was checked, and what alone may be merged */
    AutoMerge(Pulls pulls, Pull pull, ObjectId head) {
        this.pulls = pulls;
        this.pull = pull;
        this.head = head;
    }

    /**
     * What came of it.
     *
     * @param wrote whether anything was changed
     * @param merged whether it is merged, and not to be touched any more
     * @param state to be remembered
     * @param note for people; empty if nobody asked for anything
     */
    record Result(boolean wrote, boolean merged, Merging state, Optional<String> note) {
        static Result seen(Merging state, String note) {
            return new Result(false, false, state, Optional.of(note));
        }

        static Result done(Merging state, String note) {
            return new Result(true, false, state, Optional.of(note));
        }
    }

    /**
     * Sees to it that it is not merged without a person, unless a person wants that.
     *
     * @param before what came of it earlier
     */
    Result takeBack(Merging before) {
        return pull.isAwaitedByPublisher(before)
                ? takenBack()
                : new Result(false, false, Merging.UNASKED, Optional.empty());
    }

    /**
     * Sees to it that it is merged, now or later.
     *
     * @param before what came of it earlier
     */
    Result settle(MergeMethod method, Merging before) {
        if (pull.isAwaited()) {
            return Result.seen(pull.isAwaitedByPublisher(before) ? Merging.AWAITED : before, LATER);
        }
        return pull.isDraft()
                ? Result.seen(before, "it is not merged by itself: it is a draft")
                : asked(method, before);
    }

    private Result takenBack() {
        Answer answer = pulls.mergeNeverByItself(pull);
        return Pulls.isMutated(answer)
                ? Result.done(Merging.UNASKED, "it is not merged by itself any more: it wants a person's look")
                : Result.seen(
                        Merging.AWAITED,
                        "it wants a person's look, and could not be kept from merging by itself: GitHub says \""
                                + answer.message() + "\"");
    }

    private Result asked(MergeMethod method, Merging before) {
        return switch (before) {
            case UNASKED -> await(method);
            case AWAITED -> Result.seen(before, "it is not merged by itself: a person turned that off");
            case REFUSED -> Result.seen(before, "it is not merged by itself: GitHub did not allow it");
            case UNREADY -> again(method);
            case FORGOTTEN ->
                Result.seen(
                        before,
                        "it is not merged by itself: the last line of its text, which remembers what was asked for, is gone");
        };
    }

    /** Only if its state is another one now: whoever asks in vain writes each time. */
    private Result again(MergeMethod method) {
        String state = pulls.mergeState(pull);
        return switch (state) {
            case "clean", "has_hooks" -> now(method);
            case "blocked", "behind" -> await(method);
            default -> Result.seen(Merging.UNREADY, "it is not merged by itself yet: it is " + state);
        };
    }

    private Result await(MergeMethod method) {
        Answer answer = pulls.mergeLater(pull, head, method);
        if (Pulls.isMutated(answer)) {
            return Result.done(Merging.AWAITED, LATER);
        }
        // With nothing left to wait for, GitHub wants it to be merged and not to be waited for.
        if (answer.says("clean status") || answer.says("has_hooks status")) {
            return now(method);
        }
        if (answer.says("protected branch rules not configured")) {
            return again(method);
        }
        return answer.says("status") || !isFinal(answer) ? unready(answer) : refused(answer.message());
    }

    /** Whether asking again would be in vain: other errors are GitHub's own, and pass. */
    private static boolean isFinal(Answer answer) {
        return StreamSupport.stream(answer.body().path("errors").spliterator(), false)
                .anyMatch(error -> FINAL.contains(error.path("type").asText()));
    }

    private Result now(MergeMethod method) {
        if (!pulls.allowsAutoMerge()) {
            return refused("the repository does not allow auto-merge");
        }
        Answer answer = pulls.merge(pull, head, method);
        return answer.isDone()
                ? new Result(true, true, Merging.UNASKED, Optional.of("it is merged: nothing was left to wait for"))
                : unready(answer);
    }

    private static Result unready(Answer answer) {
        return Result.seen(Merging.UNREADY, "it is not merged by itself yet: GitHub says \"" + answer.message() + "\"");
    }

    private static Result refused(String why) {
        return Result.seen(Merging.REFUSED, "it is not merged by itself: GitHub says \"" + why + "\"");
    }
}
