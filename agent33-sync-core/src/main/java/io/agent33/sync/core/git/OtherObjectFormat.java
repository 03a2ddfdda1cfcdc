package io.agent33.sync.core.git;

import java.io.IOException;
import org.eclipse.jgit.lib.Config;

/** A repository names its objects by another hash than SHA-1, the only one that JGit can read or write. */
final class OtherObjectFormat extends IOException {
    private static final long serialVersionUID = 1L;

    static final String KNOWN = "sha1";

    OtherObjectFormat(String format) {
        super("expected a repository whose object format is " + KNOWN + ", found " + format);
    }

    /** @throws OtherObjectFormat if a repository's configuration names one */
    static void refuse(Config config) throws OtherObjectFormat {
        String format = config.getString("extensions", null, "objectFormat");
        if (format != null && !format.equals(KNOWN)) {
            throw new OtherObjectFormat(Texts.oneLine(format));
        }
    }
}
