package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;

/** Addresses of files on the web, by a template with <code>{ref}</code> and <code>{path}</code>. */
record WebPages(String template) {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    /** @throws IllegalArgumentException if it makes no addresses of files */
    static WebPages by(String template) {
        WebPages pages = new WebPages(template);
        if (!template.contains("{path}") || !pages.page("v1.0.0", "a/b.md").isAbsolute()) {
            throw new IllegalArgumentException(
                    "a template for web addresses is a URL with {path} in it, not \"" + Texts.oneLine(template) + "\"");
        }
        return pages;
    }

    URI page(String ref, String path) {
        return URI.create(template.replace("{ref}", escaped(ref)).replace("{path}", escaped(path)));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte unit : text.getBytes(UTF_8)) {
            if (UNRESERVED.indexOf(unit) >= 0) {
                escaped.append((char) unit);
            } else {
                escaped.append(String.format("%%%02X", unit));
            }
        }
        return escaped.toString();
    }
}
