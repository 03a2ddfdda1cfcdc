package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.Commit;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.memory.MemoryGit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.SignatureVerifier.SignatureVerification;
import org.eclipse.jgit.lib.SignatureVerifiers;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits that are signed on request, as git signs them. */
class GitSigningTest {
    private static final RepositoryId ID = RepositoryId.of("org/webapp");
    private static final String BRANCH = "agent33-sync/v1.0.0/core";

    private static KeyPair rsa;
    private static KeyPair elliptic;

    @TempDir
    private Path folder;

    private final MemoryGit git = new MemoryGit();
    private GitFolder repository;

    @BeforeAll
    static void makeKeys() throws GeneralSecurityException {
        rsa = pair("RSA", 2048);
        elliptic = pair("EC", 256);
    }

    @BeforeEach
    void start() {
        git.commit("first").file("a", "1");
        repository = GitFolder.make(folder, ID + ".git", git.fixture());
    }

    private DownstreamRepository downstream(GitSigning signing) {
        return GitDownstreams.byTemplate(folder + "/{repo}.git")
                .cache(folder.resolve("cache"))
                .signing(signing)
                .open(ID);
    }

    private BranchUpdate pushed(GitSigning signing) {
        try (DownstreamRepository downstream = downstream(signing)) {
            return downstream.push(Plain.draft(downstream, BRANCH, Plain.put(downstream, "b", "2")));
        }
    }

    private static KeyPair pair(String algorithm, int size) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private Path key(KeyPair pair, String passphrase) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("key");
        OpenSSHKeyEncryptionContext kept = new OpenSSHKeyEncryptionContext();
        kept.setPassword(passphrase);
        kept.setCipherType("256");
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "bot", passphrase.isEmpty() ? null : kept, out);
        }
        return file;
    }

    /** What git makes of the branch's tip, where it is known whose key it is. */
    private SignatureVerification verified(KeyPair pair) throws IOException {
        Path allowed = folder.resolve("allowed");
        Files.writeString(allowed, "* namespaces=\"git\" " + PublicKeyEntry.toString(pair.getPublic()) + "\n", UTF_8);
        try (Repository opened = new FileRepository(repository.path().toFile());
                RevWalk walk = new RevWalk(opened)) {
            StoredConfig config = opened.getConfig();
            config.setString("gpg", null, "format", "ssh");
            config.setString("gpg", "ssh", "allowedSignersFile", allowed.toString());
            RevCommit tip = walk.parseCommit(
                    ObjectId.fromString(repository.branches().get(BRANCH).hex()));
            return SignatureVerifiers.verify(opened, new GpgConfig(config), tip);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aKeyOfSshSignsWhatGitVerifies(boolean curve) throws Exception {
        KeyPair pair = curve ? elliptic : rsa;

        assertThat(pushed(GitSigning.ssh(key(pair, "")))).isInstanceOf(BranchUpdate.Done.class);

        assertThat(verified(pair).verified()).isTrue();
        assertThat(verified(curve ? rsa : elliptic).verified()).isFalse();
    }

    /** Whatever reads commits finds the same in them as without a signature. */
    @Test
    void theCommitIsOtherwiseTheSame() throws Exception {
        GitSigning signing = GitSigning.ssh(key(rsa, ""));
        BranchUpdate.Done signed = (BranchUpdate.Done) pushed(signing);

        try (DownstreamRepository downstream = downstream(signing)) {
            Commit commit = downstream.commit(signed.commit());
            var draft = Plain.draft(downstream, BRANCH, Plain.put(downstream, "b", "2"));
            assertThat(commit.message()).isEqualTo(draft.message());
            assertThat(commit.tree()).isEqualTo(draft.tree());
            assertThat(commit.parents()).containsExactly(draft.parent());
            assertThat(commit.author()).isEqualTo(draft.author());
            assertThat(commit.time()).isEqualTo(draft.time());
        }
        assertThat(Plain.git(repository.path(), "fsck", "--strict")).doesNotContain("error", "warning");
    }

    @Test
    void theSameProposalSignedWithRsaIsTheSameCommit() throws Exception {
        GitSigning signing = GitSigning.ssh(key(rsa, ""));
        BranchUpdate.Done first = (BranchUpdate.Done) pushed(signing);
        Plain.git(repository.path(), "update-ref", "-d", "refs/heads/" + BRANCH);

        assertThat(pushed(signing)).isEqualTo(first);
    }

    @Test
    void aKeyUnderAPassphraseWantsTheRightOne() throws Exception {
        Path key = key(rsa, "open sesame");

        for (GitSigning signing :
                new GitSigning[] {GitSigning.ssh(key), GitSigning.ssh(key).passphrase(() -> "close sesame")}) {
            assertThatThrownBy(() -> pushed(signing))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageContaining("org/webapp")
                    .hasMessageContaining("cannot be signed")
                    .hasMessageContaining(key.toString())
                    .hasMessageContaining("passphrase")
                    .hasMessageNotContaining("sesame")
                    .extracting(e -> ((RepositoryException) e).reason())
                    .isEqualTo(RepositoryException.Reason.FORBIDDEN);
        }
        assertThat(repository.branches()).containsOnlyKeys("main");

        pushed(GitSigning.ssh(key).passphrase(() -> "open sesame"));
        assertThat(verified(rsa).verified()).isTrue();
    }

    @Test
    void whatIsNoKeyCostsThePushAndIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "no key");

        assertThatThrownBy(() -> pushed(GitSigning.ssh(file)))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining(file.toString());

        assertThat(repository.branches()).containsOnlyKeys("main");
    }

    @Test
    void aKeyThatIsNotThereIsRefusedAtOnce() {
        assertThatThrownBy(() -> GitSigning.ssh(folder.resolve("missing")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> GitSigning.gpg(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
