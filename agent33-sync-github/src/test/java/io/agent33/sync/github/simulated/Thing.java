package io.agent33.sync.github.simulated;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An issue, or a pull request, which is one too. Guarded by its GitHub. */
final class Thing {
    /** What a pull request has beside. */
    record Branches(String head, String base) {}

    final int number;
    final String author;
    final Optional<Branches> branches;
    final Set<String> labels = new LinkedHashSet<>();
    final Set<String> users = new LinkedHashSet<>();
    final Set<String> teams = new LinkedHashSet<>();
    final Set<String> reviewed = new LinkedHashSet<>();
    final List<String> comments = new ArrayList<>();
    String title;
    String body;
    String base = "";
    boolean open = true;
    boolean merged;
    boolean draft;
    /** Who asked for it to be merged when its requirements are met; empty if nobody did. */
    String awaitedBy = "";

    Thing(int number, String author, String title, String body, Optional<Branches> branches) {
        this.number = number;
        this.author = author;
        this.title = title;
        this.body = body;
        this.branches = branches;
        this.base = branches.map(Branches::base).orElse("");
    }

    boolean isPull() {
        return branches.isPresent();
    }

    String head() {
        return branches.orElseThrow().head();
    }
}
