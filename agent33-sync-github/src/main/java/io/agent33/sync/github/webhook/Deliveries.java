package io.agent33.sync.github.webhook;

import io.agent33.sync.github.webhook.WebhookResult.Accepted;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes deliveries, for {@link io.agent33.sync.github.GitHubWebhook}. A signature is looked at before anything else of a
 * delivery is. Thread-safe.
 */
public final class Deliveries {
    private static final String EVENT = "X-GitHub-Event";
    private static final String DELIVERY = "X-GitHub-Delivery";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final Listening of;
    private final Signatures signatures;
    private final int mostBytes;
    private final Replays replays;

    /**
     * @param secrets one at least
     * @param mostBytes of a body
     * @param remembered how many accepted bodies are known again
     */
    public Deliveries(Listening of, List<String> secrets, int mostBytes, int remembered) {
        this.of = of;
        this.signatures = new Signatures(secrets);
        this.mostBytes = mostBytes;
        this.replays = new Replays(remembered);
    }

    /** Takes one whose body is still to be read, as far as it may be long, and not at all if it is not signed. */
    public WebhookResult receive(WebhookHeaders headers, InputStream body) throws IOException {
        if (headers.get(Signatures.HEADER) == null) {
            return Refusals.unsigned();
        }
        return receive(headers, body.readNBytes(mostBytes + 1));
    }

    /** Takes one. */
    public WebhookResult receive(WebhookHeaders headers, byte[] body) {
        String signature = headers.get(Signatures.HEADER);
        if (signature == null) {
            return Refusals.unsigned();
        }
        if (body.length > mostBytes) {
            return Refusals.tooLarge(mostBytes);
        }
        return signatures.isBySomeone(signature, body) ? genuine(headers, body) : Refusals.wronglySigned();
    }

    private WebhookResult genuine(WebhookHeaders headers, byte[] body) {
        Optional<String> event = Optional.ofNullable(headers.get(EVENT));
        Optional<String> delivery = Optional.ofNullable(headers.get(DELIVERY));
        Optional<String> type = Optional.ofNullable(headers.get("Content-Type"));
        if (event.filter(Deliveries::isName).isEmpty()) {
            return Refusals.header(EVENT, event);
        }
        if (delivery.filter(Deliveries::isName).isEmpty()) {
            return Refusals.header(DELIVERY, delivery);
        }
        if (type.isPresent() && !isJson(type.get())) {
            return Refusals.contentType(type.get());
        }
        WebhookResult result = Payload.parse(body)
                .map(payload -> new Meaning(of, event.get(), delivery.get(), payload).result())
                .orElseGet(() -> Refusals.malformed("a JSON object"));
        return result instanceof Accepted && !replays.isNew(body) ? Refusals.replayed() : result;
    }

    private static boolean isName(String value) {
        return NAME.matcher(value).matches();
    }

    private static boolean isJson(String type) {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }
}
