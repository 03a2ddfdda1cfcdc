package io.agent33.sync.api.trigger;

import io.agent33.sync.api.repository.RepositoryId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One due rule at one downstream, for a host that spreads the work over machines (S10). A value that stands for itself:
 * whoever has it and an engine of the same configuration can do it.
 *
 * <p>It is safe to do a task again, late, twice at once, or after a newer one. It says what to look at and carries nothing
 * of what is delivered: whoever does it plans from what is there then (S2). What is merged already writes nothing. A branch is
 * only ever replaced if its tip is still the one that was seen, so that of two who push at once one fails, and finds the
 * other's branch when it tries again. A release that is older than what is merged or proposed gives way. A task that was cut
 * off at any point leaves nothing that the next attempt would not find and finish (S14). A task of a rule that is gone, or has
 * another downstream now, does nothing.
 *
 * @param ruleId the rule
 * @param repository its downstream
 * @param kind any but {@link SyncTrigger.Kind#DUE}, since it is known what is due
 * @param reference the tag of the release, or the commit; never a name that leads elsewhere tomorrow
 */
public record SyncTask(String ruleId, RepositoryId repository, SyncTrigger.Kind kind, String reference) {
    private static final String FORM = "agent33-sync-task-1";
    private static final Pattern TEXT = Pattern.compile(FORM + " (release|change|manual) (\\S+) (\\S+) (\\S+)");
    private static final Pattern WORD = Pattern.compile("\\S+");

    /** @throws IllegalArgumentException if the kind is no such one, or a name is empty or holds white space */
    public SyncTask {
        if (kind == SyncTrigger.Kind.DUE) {
            throw new IllegalArgumentException("a task says what is due, and is not asked for by " + kind);
        }
        checkWord(ruleId);
        checkWord(reference);
    }

    private static void checkWord(String name) {
        if (!WORD.matcher(name).matches()) {
            throw new IllegalArgumentException("expected a name without white space, found \"" + name + "\"");
        }
    }

    /** What asks for this rule at this reference. */
    public SyncTrigger trigger() {
        return new SyncTrigger(kind, Optional.of(reference), Set.of(ruleId), false);
    }

    /** One line by which {@link #parse} makes an equal task. */
    public String text() {
        return String.join(" ", FORM, kind.name().toLowerCase(Locale.ROOT), reference, ruleId, repository.value());
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is no such text
     */
    public static SyncTask parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected \"" + FORM
                    + " release|change|manual REFERENCE RULE OWNER/NAME\", found \"" + text + "\"");
        }
        SyncTrigger.Kind kind = SyncTrigger.Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
        return new SyncTask(matcher.group(3), RepositoryId.of(matcher.group(4)), kind, matcher.group(2));
    }
}
