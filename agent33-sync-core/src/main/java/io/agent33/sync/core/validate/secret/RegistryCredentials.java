package io.agent33.sync.core.validate.secret;

import java.util.List;

/** Package registries and model services: npm, PyPI, Docker Hub, Hugging Face, OpenAI, Anthropic. */
final class RegistryCredentials {
    static final List<CredentialRule> RULES = List.of(
            CredentialRule.of(
                            "npm-token",
                            "npm access token",
                            "npm_, 30 letters and digits, and their CRC32 in base 62",
                            "npm_[A-Za-z0-9]{36}",
                            "npm_")
                    .genuine(Checksums::base62)
                    .remedy("Revoke the token at npm, and remove it from the text."),
            CredentialRule.of(
                            "pypi-token",
                            "PyPI upload token",
                            "pypi- and the base 64 for URLs of a macaroon, whose place is pypi.org or test.pypi.org",
                            "pypi-(?:AgEIcHlwaS5vcmc|AgENdGVzdC5weXBpLm9yZw)[A-Za-z0-9_-]{50,1000}",
                            "pypi-AgE")
                    .reach(1_100)
                    .remedy("Remove the token from the PyPI account, and from the text."),
            CredentialRule.of(
                    "docker-hub-token",
                    "Docker Hub token",
                    "dckr_pat_ and 27, or dckr_oat_ and 32, of base 64 for URLs",
                    "dckr_(?:pat_[A-Za-z0-9_-]{27}|oat_[A-Za-z0-9_-]{32})",
                    "dckr_pat_",
                    "dckr_oat_"),
            CredentialRule.of(
                    "hugging-face-token",
                    "Hugging Face token",
                    "hf_ or, of an organisation, api_org_, and 34 letters",
                    "(?:hf|api_org)_[A-Za-z]{34}",
                    "hf_",
                    "api_org_"),
            CredentialRule.of(
                    "openai-key",
                    "OpenAI API key",
                    "sk-, sk-proj-, sk-svcacct- or sk-admin-, base 64 for URLs, with T3BlbkFJ in the middle",
                    "sk-(?:(?:proj|svcacct|service|admin)-)?[A-Za-z0-9_-]{20,100}T3BlbkFJ[A-Za-z0-9_-]{20,100}",
                    "sk-"),
            CredentialRule.of(
                    "anthropic-key",
                    "Anthropic API key",
                    "sk-ant-, the kind and its version, 93 of base 64 for URLs, AA",
                    "sk-ant-(?:api|admin|oat|ort|sid)[0-9]{2}-[A-Za-z0-9_-]{86,120}",
                    "sk-ant-"));

    private RegistryCredentials() {}
}
