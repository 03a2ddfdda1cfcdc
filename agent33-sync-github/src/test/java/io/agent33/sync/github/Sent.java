package io.agent33.sync.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agent33.sync.github.webhook.WebhookHeaders;
import io.agent33.sync.github.webhook.WebhookResult;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.Nullable;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A delivery as GitHub sends it. Its signature is made here, by the JDK alone. */
record Sent(byte[] body, Map<String, String> headers) {
    static final String SECRET = "It's a Secret to Everybody";

    static Sent of(String event, String body) {
        return of(event, body.getBytes(UTF_8));
    }

    static Sent of(String event, byte[] body) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("X-GitHub-Event", event);
        headers.put("X-GitHub-Delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958");
        headers.put("Content-Type", "application/json");
        return new Sent(body, headers).signed(SECRET);
    }

    Sent signed(String secret) {
        return with("X-Hub-Signature-256", "sha256=" + signature(secret, body));
    }

    static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param value {@code null} to leave it away */
    Sent with(String header, @Nullable String value) {
        Map<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        changed.remove(header);
        if (value != null) {
            changed.put(header, value);
        }
        return new Sent(body, changed);
    }

    /** The same headers, the signature too, over another body. */
    Sent with(String otherBody) {
        return new Sent(otherBody.getBytes(UTF_8), headers);
    }

    WebhookHeaders header() {
        return headers::get;
    }

    WebhookResult to(GitHubWebhook webhook) {
        return webhook.receive(header(), body);
    }
}
