package io.agent33.sync.core.rule;

import io.agent33.sync.api.error.ConfigurationException;
import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.UpstreamRepository;
import io.agent33.sync.core.text.OneLine;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.util.List;

/** Named resources of a class path, which itself cannot be listed. */
final class ClassPathRuleFiles implements RuleFiles {
    private final ClassLoader loader;
    private final List<String> resources;

    ClassPathRuleFiles(ClassLoader loader, List<String> resources) {
        this.loader = loader;
        this.resources = resources.stream().distinct().toList();
    }

    @Override
    public void visit(UpstreamRepository upstream, Visitor visitor) {
        List<Objection> missing = resources.stream()
                .filter(resource -> loader.getResource(resource) == null)
                .map(ClassPathRuleFiles::missing)
                .toList();
        if (!missing.isEmpty()) {
            throw new ConfigurationException(missing);
        }
        resources.forEach(resource -> visitor.file(OneLine.of(resource), () -> {
            InputStream content = loader.getResourceAsStream(resource);
            if (content == null) {
                throw new FileNotFoundException(resource);
            }
            return content;
        }));
    }

    private static Objection missing(String resource) {
        return Objection.of(
                "no-rules-resource",
                OneLine.of(resource),
                "a resource of the class path",
                "no such resource",
                "name it from the root of the class path, without a slash at the start");
    }
}
