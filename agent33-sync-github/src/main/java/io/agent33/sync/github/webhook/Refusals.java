package io.agent33.sync.github.webhook;

import io.agent33.sync.api.error.Objection;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.github.webhook.WebhookResult.Refused;
import java.util.Optional;

/** Why a delivery is not accepted, each with its status of HTTP. */
final class Refusals {
    private static final String SUBJECT = "webhook";

    private Refusals() {}

    static Refused unsigned() {
        return refused(
                401,
                "webhook-unsigned",
                "the header " + Signatures.HEADER + ", once",
                "",
                "give the webhook a secret in GitHub's settings, and the same one to this host");
    }

    static Refused wronglySigned() {
        return refused(
                403,
                "webhook-signature",
                "a signature by a secret of this host over the body as it was sent",
                "another one",
                "compare the secrets, and see that nothing on the way changes the body");
    }

    static Refused tooLarge(int most) {
        return refused(
                413,
                "webhook-too-large",
                most + " bytes at most",
                "more",
                "GitHub sends no more than 25 MB; send it from GitHub, or allow more");
    }

    static Refused header(String name, Optional<String> found) {
        return refused(
                400,
                "webhook-header",
                "the header " + name + " as GitHub sends it, once",
                found.map(Foreign::quoted).orElse(""),
                "see that nothing on the way drops or changes headers");
    }

    static Refused contentType(String found) {
        return refused(
                415,
                "webhook-content-type",
                "the content type application/json",
                Foreign.quoted(found),
                "choose it in the webhook's settings");
    }

    static Refused malformed(String expected) {
        return refused(
                400,
                "webhook-malformed",
                expected,
                "something else",
                "it is signed, and no payload of that event: look at who else has the secret");
    }

    static Refused replayed() {
        return refused(
                409,
                "webhook-replay",
                "a delivery that did not come before",
                "one that did",
                "nothing is lost: the first one was accepted");
    }

    static Refused foreign(RepositoryId upstream, String found) {
        return refused(
                403,
                "webhook-foreign",
                "an event of " + upstream + ", or of a downstream of this host",
                Foreign.quoted(found),
                "remove the webhook there, or name the repository here");
    }

    private static Refused refused(int status, String code, String expected, String found, String remedy) {
        return new Refused(Objection.of(code, SUBJECT, expected, found, remedy), status);
    }
}
