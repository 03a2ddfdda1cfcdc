package io.agent33.sync.core.validate.secret;

import java.util.List;

/** GitHub, GitLab, Atlassian. */
final class ForgeCredentials {
    static final List<CredentialRule> RULES = List.of(
            CredentialRule.of(
                            "github-token",
                            "GitHub token",
                            "ghp_, gho_, ghu_, ghs_ or ghr_, 30 letters and digits, and their CRC32 in base 62",
                            "gh[opusr]_[A-Za-z0-9]{36}",
                            "ghp_",
                            "gho_",
                            "ghu_",
                            "ghs_",
                            "ghr_")
                    .genuine(Checksums::base62)
                    .remedy("Delete the token in GitHub's developer settings, and remove it from the text."),
            CredentialRule.of(
                    "github-refresh-token",
                    "GitHub refresh token",
                    "ghr_ and 76 characters",
                    "ghr_[A-Za-z0-9]{76}",
                    "ghr_"),
            CredentialRule.of(
                            "github-fine-grained-token",
                            "GitHub fine-grained token",
                            "github_pat_, 22 letters and digits, an underscore, 59 more; what its checksum covers is not told",
                            "github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}",
                            "github_pat_")
                    .remedy("Delete the token in GitHub's developer settings, and remove it from the text."),
            CredentialRule.of(
                            "gitlab-token",
                            "GitLab token",
                            "a prefix for each kind and 20 or more of base 64 for URLs; routable ones end in a dot and 9 of base 36",
                            "(?:glpat|gloas|gldt|glrt|glrtr|glcbt|glptt|glft|glimt|glagent|glwt|glsoat|glffct)-"
                                    + "[A-Za-z0-9_-]{20,300}(?:\\.[a-z0-9]{2}\\.?[a-z0-9]{7})?",
                            "glpat-",
                            "gloas-",
                            "gldt-",
                            "glrt-",
                            "glrtr-",
                            "glcbt-",
                            "glptt-",
                            "glft-",
                            "glimt-",
                            "glagent-",
                            "glwt-",
                            "glsoat-",
                            "glffct-")
                    .reach(400)
                    .remedy("Revoke the token in GitLab, and remove it from the text."),
            CredentialRule.of(
                    "gitlab-runner-registration",
                    "GitLab runner registration token",
                    "GR1348941 and 20 of base 64 for URLs",
                    "GR1348941[A-Za-z0-9_-]{20}",
                    "GR1348941"),
            CredentialRule.of(
                            "atlassian-token",
                            "Atlassian API token",
                            "ATATT3 or ATCTT3, base 64 for URLs, =, and the CRC32 of all before in hexadecimal digits",
                            "AT[AC]TT3[A-Za-z0-9_-]{60,400}=[A-F0-9]{8}",
                            "ATATT3",
                            "ATCTT3")
                    .reach(500)
                    .genuine(Checksums::hex)
                    .remedy("Revoke the token in the Atlassian account, and remove it from the text."),
            CredentialRule.of(
                            "bitbucket-app-password",
                            "Bitbucket app password",
                            "ATBB, 24 letters and digits, and the CRC32 of all before in hexadecimal digits",
                            "ATBB[A-Za-z0-9]{24}[A-F0-9]{8}",
                            "ATBB")
                    .genuine(Checksums::hex)
                    .remedy("Revoke the app password at Bitbucket, and remove it from the text."));

    private ForgeCredentials() {}
}
