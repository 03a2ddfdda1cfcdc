package io.agent33.sync.it.quarter;

import io.agent33.sync.api.rule.Frequency;
import io.agent33.sync.api.rule.OnDrift;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.Nullable;

/**
 * What the specification wants of one downstream, day by day, told without the engine: which release is merged, what waits, when
 * the last sync was, and what its files are.
 */
final class Expected {
    private static final int NONE = -1;

    private final Story story;
    private final Releases releases;
    private final Map<String, String> own = new TreeMap<>();
    private final Set<String> alerts = new TreeSet<>();
    private Map<String, String> tree = Map.of();
    private int latest = NONE;
    private int merged = NONE;
    private int proposed = NONE;
    private int refused = NONE;
    private int openSince;
    private int merges;
    private int customisedAt = NONE;
    private String editedPath = "";
    private @Nullable Integer lastSync;
    private int lastSynced = NONE;
    private @Nullable Integer mergedOn;
    private boolean failing;
    private boolean unreachable;
    private boolean readOnly;
    private boolean edited;
    private boolean customising;
    private boolean renamed;

    Expected(Story story, Releases releases) {
        this.story = story;
        this.releases = releases;
    }

    String repository() {
        return "org/" + story.name() + (renamed ? "-2" : "");
    }

    void released(int release) {
        latest = release;
    }

    /** In the morning. */
    void happens(int day, Story.What what) {
        switch (what) {
            case OUTAGE, RENAMING -> unreachable = true;
            case RECOVERY -> unreachable = false;
            case FOLLOWING -> follow();
            case ARCHIVING -> readOnly = true;
            case EDIT -> {
                edited = true;
                editedPath = stable();
                tree = with(tree, editedPath, edit());
                openSince = day;
            }
            case RESTORING -> {
                edited = false;
                tree = with(tree, editedPath, content(merged, editedPath));
            }
            case CUSTOMISING -> {
                customising = true;
                customisedAt = latest;
                own.put(changing(), customised(changing()));
                openSince = day;
            }
            case RETURNING -> {
                own.clear();
                customisedAt = NONE;
                openSince = day;
            }
            default -> {}
        }
    }

    /** The journal knows nothing of its new name. */
    private void follow() {
        unreachable = false;
        renamed = true;
        failing = false;
        lastSync = null;
        lastSynced = NONE;
        alerts.clear();
    }

    /** What a day's syncs come to, before noon. */
    void syncs(int day) {
        if (unreachable || (edited && story.onDrift() == OnDrift.BLOCK)) {
            failing = true;
        } else if (!wantsChange()) {
            succeed(day);
            proposed = NONE;
        } else if (refused == latest) {
            failing = false;
        } else if (readOnly) {
            failing = true;
        } else {
            openSince = proposed == latest ? openSince : day;
            proposed = latest;
            failing = false;
        }
    }

    private void succeed(int day) {
        lastSync = day;
        lastSynced = latest;
        failing = false;
    }

    /** @return the release whose pull request is merged at noon, or -1 */
    int merges(int day) {
        boolean wants = proposed != NONE && !unreachable && !isConflict() && merges < story.atMost();
        if (!wants || day - openSince < story.afterDays()) {
            return NONE;
        }
        int release = proposed;
        merges++;
        merged = release;
        mergedOn = day;
        proposed = NONE;
        keepEdit();
        customising = false;
        tree = wantedOf(release);
        return release;
    }

    /** Adopted, it is an override from now on. */
    private void keepEdit() {
        if (edited && story.onDrift() == OnDrift.ADOPT) {
            own.put(editedPath, edit());
        }
        edited = false;
    }

    /** @return whether there was one to close, at noon */
    boolean closes() {
        if (proposed == NONE) {
            return false;
        }
        refused = proposed;
        proposed = NONE;
        return true;
    }

    private boolean isConflict() {
        return customisedAt != NONE && !content(customisedAt, changing()).equals(content(latest, changing()));
    }

    private boolean wantsChange() {
        return merged == NONE || edited || customising || !tree.equals(wanted()) || isConflict();
    }

    private Map<String, String> wanted() {
        return wantedOf(latest);
    }

    private Map<String, String> wantedOf(int release) {
        Map<String, String> files = releases.below(story.folder(), release);
        own.forEach((path, content) -> files.replace(path, content));
        return files;
    }

    private String content(int release, String path) {
        return String.valueOf(releases.below(story.folder(), release).get(path));
    }

    /** The first that no release after the merged one changes. */
    private String stable() {
        return releases.below(story.folder(), merged).keySet().stream()
                .filter(path -> !changes(path, merged))
                .findFirst()
                .orElseThrow();
    }

    /** The first that a later one changes, and does not delete. */
    private String changing() {
        int from = customisedAt == NONE ? merged : customisedAt;
        return releases.below(story.folder(), from).keySet().stream()
                .filter(path -> changes(path, from) && !content(9, path).equals("null"))
                .findFirst()
                .orElseThrow();
    }

    private boolean changes(String path, int from) {
        for (int release = from + 1; release < 10; release++) {
            if (!content(release, path).equals(content(from, path))) {
                return true;
            }
        }
        return false;
    }

    private String edit() {
        return content(merged, editedPath) + "\nA word of our own.\n";
    }

    /** Every line is another one: whatever a release changes there meets a change. */
    private String customised(String path) {
        return content(customisedAt, path).replace("\n", " (ours)\n");
    }

    private static Map<String, String> with(Map<String, String> files, String path, String content) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.put(path, content);
        return changed;
    }

    Map<String, String> tree() {
        return tree;
    }

    /** Where somebody changes a delivered file, below the rule's folder; it was changed in this model before. */
    String editedPath() {
        return editedPath;
    }

    /** The overrides that people wrote, by their paths below the rule's folder. */
    Map<String, String> overrides() {
        return own;
    }

    /** The journal's last success, else the commit that last changed the manifest, if it can be read. */
    private @Nullable Integer lastSync() {
        return lastSync != null || unreachable ? lastSync : mergedOn;
    }

    private boolean isOld(int day) {
        Integer last = lastSync();
        return last != null && day - last >= (story.frequency() == Frequency.ON_CHANGE ? 7 : 14);
    }

    private String standing(int day) {
        if (unreachable ? lastSync == null : merged == NONE) {
            return "Never";
        } else if (failing) {
            return "Failing";
        } else if (!unreachable && !wantsChange()) {
            return "Current";
        } else if (isOld(day)) {
            return "Stale";
        }
        return !unreachable && proposed == latest ? "Proposed" : "Behind";
    }

    private int version() {
        return unreachable ? lastSynced : merged;
    }

    /** As the specification's table has it. */
    String row(int day, LocalDate first) {
        Integer synced = lastSync();
        String last = synced == null ? "—" : first.plusDays(synced).toString();
        String version = version() == NONE ? "—" : Releases.label(version());
        return "| `" + repository() + "` | `" + story.name() + "` | copy | "
                + (story.frequency() == Frequency.ON_CHANGE ? "on_change" : "on_release") + " | " + last + " | "
                + version
                + " | " + standing(day) + " |";
    }

    /** What somebody has to be told of, at the end of a day; what cannot be seen stays as it was. */
    Set<String> alerts(int day) {
        boolean never = standing(day).equals("Never");
        boolean overAge = !standing(day).equals("Current") && !never && isOld(day);
        set("failure", failing);
        set("staleness", overAge || missed() > 1 || (unreachable && alerts.contains(key("staleness"))));
        set("drift", unreachable ? alerts.contains(key("drift")) : edited);
        return alerts;
    }

    private void set(String type, boolean open) {
        if (open) {
            alerts.add(key(type));
        } else {
            alerts.remove(key(type));
        }
    }

    private String key(String type) {
        return type + " " + repository() + " " + story.name();
    }

    private int missed() {
        int missed = 0;
        for (int release = merged + 1; merged != NONE && !unreachable && release <= latest; release++) {
            boolean same = releases.below(story.folder(), release).equals(releases.below(story.folder(), release - 1));
            missed += same ? 0 : 1;
        }
        return missed;
    }
}
