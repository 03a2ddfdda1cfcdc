package io.agent33.sync.core.validate.secret;

import java.util.List;
import java.util.Locale;

/** Passwords in addresses, connection strings and headers, whatever the vendor. */
final class AddressCredentials {
    static final List<CredentialRule> RULES = List.of(
            CredentialRule.of(
                            "password-in-url",
                            "password in a URL",
                            "RFC 3986's userinfo: scheme://user:password@host, as in databases' connection strings",
                            "://[^\\s:/@?#\"'<>`]{0,100}:([^\\s/@?#\"'`]{1,200})@",
                            "://")
                    .genuine(AddressCredentials::isPassword)
                    .remedy("Change the password, and let the address be read from the environment."),
            CredentialRule.of(
                            "authorization-header",
                            "credential in an Authorization header",
                            "RFC 6750 and RFC 7617: Bearer or Basic and base 64",
                            "(?i:bearer|basic)\\s{1,3}([A-Za-z0-9._~+/-]{16,400}={0,2})",
                            "bearer ",
                            "basic ")
                    .reach(500)
                    .genuine(value -> Entropy.isRandom(value) && !Placeholders.isOne(value)));

    /** Words that stand where a password would, in everybody's examples. */
    private static final List<String> SHOWN = List.of(
            "password",
            "passwd",
            "pass",
            "pwd",
            "secret",
            "token",
            "pw",
            "p",
            "user",
            "username",
            "postgres",
            "root",
            "admin",
            "guest",
            "test",
            "port",
            "x-oauth-basic");

    private AddressCredentials() {}

    /** Whether a value may be a password, however weak, and none of everybody's examples. */
    static boolean isPassword(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        boolean masked = value.chars().distinct().count() <= 1 || lower.startsWith("xxx");
        return !masked && !SHOWN.contains(lower) && !Placeholders.isOne(value);
    }
}
