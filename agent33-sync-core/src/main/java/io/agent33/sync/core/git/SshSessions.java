package io.agent33.sync.core.git;

import java.io.File;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.sshd.JGitKeyCache;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.eclipse.jgit.util.FS;

/**
 * Sessions over {@code ssh}: keys, known hosts and options from the user's {@code ~/.ssh}. A host that is not known there is
 * refused. Set up at the first use, for our own connections only.
 */
final class SshSessions {
    private static final class Holder {
        private static final SshSessionFactory FACTORY = make();

        private static SshSessionFactory make() {
            File home = FS.DETECTED.userHome();
            return new SshdSessionFactoryBuilder()
                    .setHomeDirectory(home)
                    .setSshDirectory(new File(home, ".ssh"))
                    .build(new JGitKeyCache());
        }
    }

    private SshSessions() {}

    static SshSessionFactory factory() {
        return Holder.FACTORY;
    }
}
