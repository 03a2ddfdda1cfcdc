package io.agent33.sync.core.validate.secret;

import java.util.List;

/** Amazon Web Services, Google Cloud, Microsoft Azure, DigitalOcean, Databricks. */
final class CloudCredentials {
    static final List<CredentialRule> RULES = List.of(
            CredentialRule.of(
                            "aws-access-key-id",
                            "AWS access key id",
                            "AKIA, ASIA, ABIA or ACCA and 16 of base 32; the documented example is found too",
                            "(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}",
                            "AKIA",
                            "ASIA",
                            "ABIA",
                            "ACCA")
                    .genuine(id -> Entropy.of(id) >= 3.0)
                    .remedy("Deactivate the key in IAM, and remove it from the text."),
            CredentialRule.of(
                            "aws-secret-access-key",
                            "AWS secret access key",
                            "40 of base 64, behind a name such as aws_secret_access_key or SecretAccessKey",
                            "(?i:(?:aws_?)?secret_?(?:access_?)?key)[\"'`*]{0,3}\\s{0,4}(?::|=>?|,)\\s{0,4}[\"'`]?([A-Za-z0-9/+]{40})",
                            "aws_secret",
                            "awssecret",
                            "secret_access",
                            "secretaccess",
                            "secret_key",
                            "secretkey")
                    .genuine(key -> Entropy.of(key) >= 3.5 && !key.chars().allMatch(c -> Chars.isHex((char) c)))
                    .remedy("Deactivate the key in IAM, and remove it from the text."),
            CredentialRule.of(
                    "gcp-api-key",
                    "Google API key",
                    "AIza and 35 of base 64 for URLs",
                    "AIza[A-Za-z0-9_-]{35}",
                    "AIza"),
            CredentialRule.of(
                    "gcp-oauth-secret",
                    "Google OAuth client secret",
                    "GOCSPX- and 28 of base 64 for URLs",
                    "GOCSPX-[A-Za-z0-9_-]{28}",
                    "GOCSPX-"),
            CredentialRule.of(
                            "azure-storage-key",
                            "Azure storage or service key",
                            "AccountKey= or SharedAccessKey= and the base 64 of 64 or 32 bytes",
                            "(?i:AccountKey|SharedAccessKey)=([A-Za-z0-9+/]{86}==|[A-Za-z0-9+/]{43}=)",
                            "AccountKey=",
                            "SharedAccessKey=")
                    .remedy("Regenerate the key, and remove it from the text."),
            CredentialRule.of(
                            "azure-sas",
                            "Azure shared access signature",
                            "a query with sv=, the version by its date, and sig=, the base 64 of 32 bytes, percent-encoded",
                            "sig=([A-Za-z0-9%+/]{43,80}(?:%3[Dd]|=)?)",
                            "sig=")
                    .behind("sv=20")
                    .remedy("Rotate the key that signed it, and remove the query from the text."),
            CredentialRule.of(
                            "azure-client-secret",
                            "Azure client secret",
                            "40 characters of which the fourth is a digit and the fifth and sixth are Q~",
                            "[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}",
                            "Q~")
                    .beginning(CredentialRule.Beginning.before(4)),
            CredentialRule.of(
                    "digitalocean-token",
                    "DigitalOcean token",
                    "dop_v1_, doo_v1_ or dor_v1_ and 64 hexadecimal digits",
                    "do[opr]_v1_[a-f0-9]{64}",
                    "dop_v1_",
                    "doo_v1_",
                    "dor_v1_"),
            CredentialRule.of(
                    "databricks-token",
                    "Databricks personal access token",
                    "dapi and 32 hexadecimal digits, sometimes - and a digit",
                    "dapi[a-f0-9]{32}(?:-[0-9])?",
                    "dapi"));

    private CloudCredentials() {}
}
