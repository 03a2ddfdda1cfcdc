package io.agent33.sync.core.validate.secret;

/** What sort of thing a match is; the order is that in which a place that is several things is told. */
public enum Category {
    /** A token, key or password. */
    CREDENTIAL,
    /** A home folder, a drive path, a private address, a host name that the host calls private. */
    PRIVATE_PATH,
    /** A marker, or front matter, that says that the text is not for others. */
    INTERNAL,
    /** Characters that nobody sees, or that turn the text around them. */
    INVISIBLE,
    /** Not a finding but the end of the search: see {@link SecretScanner#MAX_MATCHES}. */
    INCOMPLETE
}
