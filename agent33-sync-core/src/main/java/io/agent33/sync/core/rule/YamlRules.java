package io.agent33.sync.core.rule;

import static java.util.Objects.requireNonNull;

import io.agent33.sync.api.rule.RuleContext;
import io.agent33.sync.api.rule.RuleSet;
import io.agent33.sync.api.rule.RuleSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Rules in YAML files (S3): every {@code *.yaml} and {@code *.yml} below a folder, those below a folder named
 * {@code archived} left out, one {@code sync_rule} a document, one or more documents a file. Symbolic links are not
 * followed.
 *
 * <p>Reading is strict and bounded, and tells all that is wrong with all files at once: see {@link RuleSet#objections}. A
 * document with an objection gives no rule and disturbs no other. Of rules that claim one id none is given. Only a source
 * that is not there at all throws.
 *
 * <p>Immutable and thread-safe. Nothing is kept between two calls of {@link #read}.
 */
public final class YamlRules implements RuleSource {
    private final RuleFiles files;

    private YamlRules(RuleFiles files) {
        this.files = files;
    }

    /** Those in {@code core/orchestrator/distribution/rules/} at the head of the upstream's default branch. */
    public static YamlRules inUpstream() {
        return new YamlRules(new UpstreamRuleFiles(Optional.empty()));
    }

    /**
     * The same at a branch, tag or commit. {@link #read} throws
     * {@link io.agent33.sync.api.error.ConfigurationException} if the upstream has none of that name.
     */
    public static YamlRules inUpstream(String reference) {
        return new YamlRules(new UpstreamRuleFiles(Optional.of(reference)));
    }

    /**
     * Those in a folder of the file system. {@link #read} throws
     * {@link io.agent33.sync.api.error.ConfigurationException} if there is no such folder.
     */
    public static YamlRules inFolder(Path folder) {
        return new YamlRules(new FolderRuleFiles(requireNonNull(folder, "folder")));
    }

    /**
     * Those in resources of a class path, whatever their names: a class path cannot be listed, so each is named.
     * {@link #read} throws {@link io.agent33.sync.api.error.ConfigurationException} if one does not exist.
     *
     * @param resources from the root of the class path, without a slash at the start: {@code rules/webapp.yaml}
     */
    public static YamlRules onClassPath(ClassLoader loader, String... resources) {
        return new YamlRules(new ClassPathRuleFiles(requireNonNull(loader, "loader"), List.of(resources)));
    }

    @Override
    public RuleSet read(RuleContext context) {
        RuleReading reading = new RuleReading(context.host());
        files.visit(context.upstream(), reading);
        return reading.result();
    }
}
