package io.agent33.sync.core.strategy;

import com.samskivert.mustache.MustacheException;
import io.agent33.sync.api.repository.BlobSource;
import io.agent33.sync.core.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Logic-less Mustache over text files, strict: what a template names must be there (S5). Binary files are copied. */
final class TemplateRendering implements Rendering {
    private final BlobSource blobs;
    private final String delimiters;
    private final TemplateVariables variables;

    TemplateRendering(BlobSource blobs, String delimiters, TemplateVariables variables) {
        this.blobs = blobs;
        this.delimiters = delimiters;
        this.variables = variables;
    }

    @Override
    public Rendered render(SourceFile file) {
        SourceText source = SourceText.read(blobs, file.state().id());
        if (source instanceof SourceText.Text text) {
            TemplateText template = TemplateText.of(text.file().text(), delimiters);
            Map<String, String> values = variables.of(file);
            List<Rendered.Problem> problems = problems(template, values);
            return problems.isEmpty() ? rendered(file, text, template, values) : new Rendered.Impossible(problems);
        }
        return source instanceof SourceText.Binary
                ? new Rendered.Unchanged(file.state().id())
                : SourceText.tooLong();
    }

    private Rendered rendered(
            SourceFile file, SourceText.Text source, TemplateText template, Map<String, String> values) {
        char sign = unusedSign(source.file().text(), values);
        try {
            String made = Mustaches.render(template.shielded(sign), delimiters, values)
                    .replace(new String(new char[] {sign, sign}), "{{");
            return made.equals(source.file().text())
                    ? new Rendered.Unchanged(file.state().id())
                    : new Rendered.Made(source.file().with(made).whole());
        } catch (MustacheException e) {
            return new Rendered.Impossible(
                    "no template: " + OneLine.of(String.valueOf(e.getMessage())), "mend it, or set other delimiters");
        } catch (Mustaches.OutputTooLong e) {
            return new Rendered.Impossible(
                    "a template that makes more than " + Mustaches.MOST_CHARACTERS + " characters",
                    "shorten its values");
        }
    }

    /** Something that neither the template nor a value holds. */
    private static char unusedSign(String text, Map<String, String> values) {
        char sign = '\uE000';
        while (text.indexOf(sign) >= 0 || holds(values, sign)) {
            sign++;
        }
        return sign;
    }

    private static boolean holds(Map<String, String> values, char sign) {
        return values.values().stream().anyMatch(value -> value.indexOf(sign) >= 0);
    }

    private static List<Rendered.Problem> problems(TemplateText template, Map<String, String> values) {
        List<Rendered.Problem> problems = new ArrayList<>();
        int depth = 0;
        for (TemplateTag tag : template.tags()) {
            switch (tag.kind()) {
                case UNCLOSED ->
                    problems.add(new Rendered.Problem(
                            tag.line(), "a tag that is not closed on its line", "close it, or set other delimiters"));
                case PARTIAL ->
                    problems.add(new Rendered.Problem(
                            tag.line(), "the partial " + shown(tag), "templates have none; put its text here"));
                case VARIABLE, SECTION -> {
                    boolean isItself = tag.name().equals(".") && depth > 0;
                    if (!isItself && !values.containsKey(tag.name())) {
                        problems.add(unknown(tag, values));
                    }
                    depth += tag.kind() == TemplateTag.Kind.SECTION ? 1 : 0;
                }
                case END -> depth--;
                default -> {}
            }
        }
        return problems;
    }

    private static Rendered.Problem unknown(TemplateTag tag, Map<String, String> values) {
        return new Rendered.Problem(
                tag.line(),
                "the unknown variable " + shown(tag),
                "define it in the rule's variables or in .agent33-overrides/.variables.yaml; known are "
                        + values.keySet().stream().sorted().toList());
    }

    private static String shown(TemplateTag tag) {
        String name = OneLine.of(tag.name());
        return "\"" + (name.length() > 60 ? name.substring(0, 60) + "…" : name) + "\"";
    }
}
