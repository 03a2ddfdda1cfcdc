package io.agent33.sync.fault;

import io.agent33.sync.api.rule.Strategy;
import io.agent33.sync.api.trigger.RollbackRequest;
import io.agent33.sync.core.rule.YamlRules;

/** Moments at which a run may be disturbed. */
enum Story {
    /** Nothing was ever delivered; one of the rules writes stubs. */
    FIRST_RELEASE {
        @Override
        Stage stage() {
            Stage stage = new Stage();
            stage.upstream
                    .commit("a")
                    .file("core/a.md", "one\n")
                    .file("core/sub/b.md", "two\n")
                    .tag("v1.0.0");
            return stage.downstream("org/api")
                    .downstream("org/webapp")
                    .rules(
                            Stage.rule("api", "org/api"),
                            Stage.rule("docs", "org/webapp"),
                            Stage.rule("stubs", "org/webapp").strategy(Strategy.REFERENCE));
        }
    },
    /** The rules are read from the upstream. */
    RULES_IN_UPSTREAM {
        @Override
        Stage stage() {
            Stage stage = new Stage();
            stage.upstream
                    .commit("a")
                    .file("core/a.md", "one\n")
                    .file("core/orchestrator/distribution/rules/docs.yaml", """
                            sync_rule:
                              id: docs
                              source: "core/a.md"
                              target_repo: org/webapp
                              target_path: docs/
                              frequency: on_release
                            """)
                    .tag("v1.0.0");
            stage.downstream("org/webapp");
            stage.rules = YamlRules.inUpstream();
            return stage;
        }
    },
    /** The pull requests of the release before are still open. */
    NEXT_RELEASE {
        @Override
        Stage stage() {
            Stage stage = FIRST_RELEASE.stage();
            stage.run();
            stage.upstream
                    .commit("b")
                    .file("core/a.md", "one, and more\n")
                    .delete("core/sub/b.md")
                    .tag("v1.1.0");
            return stage;
        }
    },
    /** The release before is merged: files are changed, added and deleted. */
    AFTER_A_MERGE {
        @Override
        Stage stage() {
            Stage stage = FIRST_RELEASE.stage().rules(Stage.rule("api", "org/api"), Stage.rule("docs", "org/webapp"));
            stage.run();
            stage.merge();
            stage.upstream
                    .commit("b")
                    .file("core/a.md", "one, and more\n")
                    .file("core/c.md", "three\n")
                    .delete("core/sub/b.md")
                    .tag("v1.1.0");
            return stage;
        }
    },
    /** What is proposed for this release is not what it should be any more. */
    REPLACEMENT {
        @Override
        Stage stage() {
            Stage stage = FIRST_RELEASE.stage();
            stage.run();
            return stage.rules(
                    Stage.rule("api", "org/api").addExclude("core/a.md"),
                    Stage.rule("docs", "org/webapp").addExclude("core/sub/b.md"),
                    Stage.rule("stubs", "org/webapp").strategy(Strategy.REFERENCE));
        }
    },
    /** A release takes back what the one before it brought, and whose pull requests are open. */
    WITHDRAWAL {
        @Override
        Stage stage() {
            Stage stage = FIRST_RELEASE.stage();
            stage.run();
            stage.merge();
            stage.upstream.commit("bad").file("core/a.md", "BAD\n").tag("v1.1.0");
            stage.run();
            stage.upstream.commit("good again").file("core/a.md", "one\n").tag("v1.2.0");
            return stage;
        }
    },
    /** A plan that was saved is applied, while the pull requests of the release before are open. */
    SAVED_PLAN {
        @Override
        Stage stage() {
            return NEXT_RELEASE.stage().save();
        }
    },
    /** A person closed a pull request, which was for the release that is due. */
    CLOSED {
        @Override
        Stage stage() {
            Stage stage = FIRST_RELEASE.stage();
            stage.run();
            stage.publisher.close("org/webapp", "docs");
            return stage;
        }
    },
    /** A sync is taken back, with an issue upstream. */
    ROLLBACK {
        @Override
        Stage stage() {
            return twoSyncs().doing(engine -> engine.rollback(RollbackRequest.of("docs", "breaks the build")));
        }
    },
    /** A release that was taken back is let be delivered again. */
    ALLOWANCE {
        @Override
        Stage stage() {
            Stage stage = ROLLBACK.stage();
            stage.run();
            return stage.merge().doing(engine -> engine.allowRelease("docs", "v1.1.0"));
        }
    };

    private static Stage twoSyncs() {
        Stage stage = new Stage();
        stage.upstream.commit("a").file("core/a.md", "one\n").tag("v1.0.0");
        stage.downstream("org/webapp").rules(Stage.rule("docs", "org/webapp"));
        stage.run();
        stage.merge();
        stage.upstream
                .commit("b")
                .file("core/a.md", "one, and more\n")
                .file("core/b.md", "two\n")
                .tag("v1.1.0");
        stage.run();
        return stage.merge();
    }

    /** A new one each time, always the same. */
    abstract Stage stage();
}
