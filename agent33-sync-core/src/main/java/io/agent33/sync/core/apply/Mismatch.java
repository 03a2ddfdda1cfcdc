package io.agent33.sync.core.apply;

import io.agent33.sync.api.error.Location;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.validate.Finding;
import java.util.Optional;

/** Something that is not what it was planned to be (S7). */
record Mismatch(String code, String where, String expected, String found, String remedy) {
    /** A second rendering and merge gave something else. */
    static Mismatch rendering(String path, String expected, String found) {
        return new Mismatch(
                "checksum-rendering",
                path,
                expected,
                found + " when it was rendered again",
                "a transform or merge strategy that does not give the same twice has to be mended; without one, "
                        + "delete the cache and run again");
    }

    /** What lies under the name of a blob is not that blob. */
    static Mismatch content(String path, String expected, String found) {
        return new Mismatch(
                "checksum-content",
                path,
                expected,
                found,
                "the cache of this repository is damaged: delete it and run again");
    }

    /** Somebody moved the branch when it had just been pushed. */
    static Mismatch branchMoved(BranchTip pushed, Optional<BranchTip> found) {
        return new Mismatch(
                "checksum-branch",
                pushed.branch(),
                "the commit " + pushed.commit() + ", which was pushed",
                found.map(tip -> "the commit " + tip.commit()).orElse("no such branch"),
                "see who else pushes to agent33-sync/**, and run again");
    }

    /** The branch is where it should be, and its files are not. */
    static Mismatch otherTree(BranchTip pushed) {
        return new Mismatch(
                "checksum-branch",
                pushed.branch(),
                "exactly the planned edits in the commit " + pushed.commit(),
                "others",
                "report it: the repository built another tree than it was asked for");
    }

    Objection objection() {
        return Objection.of(code, where, expected, found, remedy);
    }

    Finding finding() {
        return Finding.problem(code, Location.of(where), "expected " + expected + ", found " + found, remedy);
    }
}
