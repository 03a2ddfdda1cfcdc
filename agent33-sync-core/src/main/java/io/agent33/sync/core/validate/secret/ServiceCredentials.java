package io.agent33.sync.core.validate.secret;

import java.util.List;

/** Messages and money: Slack, Telegram, Twilio, SendGrid, Stripe, Shopify. */
final class ServiceCredentials {
    static final List<CredentialRule> RULES = List.of(
            CredentialRule.of(
                            "slack-token",
                            "Slack token",
                            "xoxb-, xoxp-, xoxa-, xoxr-, xoxs-, with numbers and then letters and digits, parted by hyphens",
                            "xox[bpars]-(?:[0-9]{1,15}-){1,3}[A-Za-z0-9]{16,64}",
                            "xoxb-",
                            "xoxp-",
                            "xoxa-",
                            "xoxr-",
                            "xoxs-")
                    .remedy("Revoke the token in the Slack app's settings, and remove it from the text."),
            CredentialRule.of(
                    "slack-rotating-token",
                    "Slack configuration or rotating token",
                    "xoxe- or xoxe.xoxb-, a digit, and a long base 64",
                    "xoxe(?:\\.xox[bp])?-[0-9]-[A-Za-z0-9]{100,250}",
                    "xoxe-",
                    "xoxe."),
            CredentialRule.of(
                    "slack-app-token",
                    "Slack app-level token",
                    "xapp-, a digit, the app's id, a number, and 64 hexadecimal digits",
                    "xapp-[0-9]-[A-Z0-9]{8,14}-[0-9]{8,15}-[a-f0-9]{64}",
                    "xapp-"),
            CredentialRule.of(
                    "slack-webhook",
                    "Slack webhook",
                    "hooks.slack.com/services/ or /workflows/, two ids, and 20 or more letters and digits",
                    "hooks\\.slack\\.com/(?:services|workflows|triggers)/T?[A-Z0-9]{6,14}/[A-Z0-9]{6,20}/(?:[0-9]{6,20}/)?([A-Za-z0-9]{20,48})",
                    "hooks.slack.com/"),
            CredentialRule.of(
                            "telegram-bot-token",
                            "Telegram bot token",
                            "the bot's number, a colon, AA, and 33 of base 64 for URLs, 32 in the documented example",
                            "[0-9]{8,10}:AA[A-Za-z0-9_-]{32,33}",
                            ":AA")
                    .beginning(CredentialRule.Beginning.digitsBefore(10))
                    .genuine(token ->
                            Entropy.of(token) >= 3.0 && !Placeholders.isOne(token.substring(token.indexOf(':')))),
            CredentialRule.of("twilio-key", "Twilio API key", "SK and 32 hexadecimal digits", "SK[a-f0-9]{32}", "SK"),
            CredentialRule.of(
                    "twilio-auth-token",
                    "Twilio auth token",
                    "32 hexadecimal digits behind a name with twilio and token in it",
                    "(?i:twilio[a-z_ .-]{0,12}token)[\"'`*]{0,3}\\s{0,4}(?::|=>?|,)\\s{0,4}[\"'`]?([a-f0-9]{32})",
                    "twilio"),
            CredentialRule.of(
                    "sendgrid-key",
                    "SendGrid API key",
                    "SG., 22 of base 64 for URLs, a dot, 43 more",
                    "SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}",
                    "SG."),
            CredentialRule.of(
                            "stripe-key",
                            "Stripe secret key",
                            "sk_ or rk_ (restricted), live_ or test_, 24 or more letters and digits",
                            "[rs]k_(?:live|test)_[A-Za-z0-9]{24,247}",
                            "sk_live_",
                            "sk_test_",
                            "rk_live_",
                            "rk_test_")
                    .remedy("Roll the key in Stripe's dashboard, and remove it from the text."),
            CredentialRule.of(
                    "stripe-webhook-secret",
                    "Stripe webhook secret",
                    "whsec_ and 32 or more of base 64",
                    "whsec_[A-Za-z0-9+/]{32,64}={0,2}",
                    "whsec_"),
            CredentialRule.of(
                    "shopify-token",
                    "Shopify token",
                    "shpat_, shpca_, shppa_, shpss_ or shptka_ and 32 hexadecimal digits",
                    "shp(?:at|ca|pa|ss|tka)_[a-fA-F0-9]{32}",
                    "shpat_",
                    "shpca_",
                    "shppa_",
                    "shpss_",
                    "shptka_"));

    private ServiceCredentials() {}
}
