/**
 * Stand-ins, contract tests and assertions for the test suites of hosts and plugins.
 *
 * <p>Five lines set up an upstream with two releases and two downstreams, and run a sync:
 *
 * <pre>{@code
 * MemoryUpstream upstream = MemoryUpstream.named("agent33/agent33");
 * upstream.commit("one").file("core/a.md", "1\n").tag("v1.0.0").commit("two").file("core/a.md", "2\n").tag("v1.1.0");
 * MemoryDownstreams downstreams = MemoryDownstreams.of("org/webapp", "org/api");
 * SyncEngine engine = SyncEngine.builder().upstream(upstream).downstreams(downstreams).rules(RuleSource.of(rules))
 *         .publisher(new RecordingPublisher()).build();
 * assertThat(engine.run(SyncTrigger.release("v1.0.0"))).isSuccessful().proposed("webapp-docs");
 * }</pre>
 *
 * <p>What a forge and its people do next is one line each: {@code downstreams.get("org/webapp").squash(branch, "Sync")},
 * {@code .commitOn(branch, "my own words").file(path, text)}, {@code .protect("main", "no")}, {@code .vanish()}.
 */
@ParametersAreNonnullByDefault
package io.agent33.sync.testkit;

import javax.annotation.ParametersAreNonnullByDefault;
