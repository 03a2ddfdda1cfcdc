package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agent33.sync.api.error.RepositoryException;
import io.agent33.sync.api.repository.BranchUpdate;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.RepositoryId;
import io.agent33.sync.testkit.memory.MemoryGit;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Date;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.jcajce.JcaPGPObjectFactory;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPDigestCalculatorProviderBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;
import org.bouncycastle.openpgp.operator.jcajce.JcePBESecretKeyEncryptorBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits signed with a key of a GnuPG key ring that is the tests' own. */
@Tag("thorough")
class GnuPgSigningTest {
    private static final RepositoryId ID = RepositoryId.of("org/webapp");
    private static final String BRANCH = "agent33-sync/v1.0.0/core";
    private static final Pattern SIGNATURE = Pattern.compile("gpgsig ((?:.*\\n )*.*)\\n");
    private static final String PASSPHRASE = "open sesame";

    @TempDir
    private static Path home;

    private static String key = "";

    private static PGPPublicKey publicKey;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeKey() throws Exception {
        // Read once by JGit, when the first key is looked for.
        System.setProperty("jgit.gpg.home", home.toString());
        PGPKeyRingGenerator ring = ring();
        try (OutputStream secret = Files.newOutputStream(home.resolve("secring.gpg"))) {
            ring.generateSecretKeyRing().encode(secret);
        }
        try (OutputStream known = Files.newOutputStream(home.resolve("pubring.gpg"))) {
            ring.generatePublicKeyRing().encode(known);
        }
        publicKey = ring.generatePublicKeyRing().getPublicKey();
        key = String.format(Locale.ROOT, "%016X", publicKey.getKeyID());
    }

    private static PGPKeyRingGenerator ring() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        PGPKeyPair pair = new JcaPGPKeyPair(
                PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.RSA_GENERAL, keys.generateKeyPair(), new Date());
        PGPDigestCalculator sha1 =
                new JcaPGPDigestCalculatorProviderBuilder().build().get(HashAlgorithmTags.SHA1);
        return new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                pair,
                "bot <bot@example.org>",
                sha1,
                null,
                null,
                new JcaPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                new JcePBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256, sha1)
                        .setProvider(new BouncyCastleProvider())
                        .build(PASSPHRASE.toCharArray()));
    }

    private GitFolder repository() {
        MemoryGit git = new MemoryGit();
        git.commit("first").file("a", "1");
        return GitFolder.make(folder, ID + ".git", git.fixture());
    }

    private BranchUpdate pushed(GitSigning signing) {
        GitDownstreams downstreams = GitDownstreams.byTemplate(folder + "/{repo}.git")
                .cache(folder.resolve("cache"))
                .signing(signing);
        try (DownstreamRepository downstream = downstreams.open(ID)) {
            return downstream.push(Plain.draft(downstream, BRANCH, Plain.put(downstream, "b", "2")));
        }
    }

    /** Whether the branch's tip is signed by the ring's key, as OpenPGP has it: over the commit without its signature. */
    private static boolean isSigned(GitFolder repository) throws Exception {
        String commit = Plain.git(repository.path(), "cat-file", "commit", BRANCH) + "\n";
        Matcher signature = SIGNATURE.matcher(commit);
        assertThat(signature.find()).as(commit).isTrue();
        String armored = signature.group(1).replace("\n ", "\n");
        try (InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(armored.getBytes(UTF_8)))) {
            PGPSignature found = ((PGPSignatureList) new JcaPGPObjectFactory(in).nextObject()).get(0);
            found.init(new JcaPGPContentVerifierBuilderProvider(), publicKey);
            found.update(signature.replaceFirst("").getBytes(UTF_8));
            return found.verify();
        }
    }

    @Test
    void aKeyOfTheRingSignsWhatGitVerifies() throws Exception {
        GitFolder repository = repository();

        for (String name : new String[] {key, "bot@example.org"}) {
            pushed(GitSigning.gpg(name).passphrase(() -> PASSPHRASE));

            assertThat(isSigned(repository)).as(name).isTrue();
            Plain.git(repository.path(), "update-ref", "-d", "refs/heads/" + BRANCH);
        }
    }

    @Test
    void aWrongPassphraseOrAKeyThatIsNotThereCostsThePush() {
        GitFolder repository = repository();

        for (GitSigning signing : new GitSigning[] {
            GitSigning.gpg(key),
            GitSigning.gpg(key).passphrase(() -> "close sesame"),
            GitSigning.gpg("0123456789ABCDEF")
        }) {
            assertThatThrownBy(() -> pushed(signing))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageContaining("org/webapp")
                    .hasMessageContaining("cannot be signed")
                    .hasMessageContaining(signing.toString())
                    .hasMessageNotContaining("sesame");
        }

        assertThat(repository.branches()).containsOnlyKeys("main");
    }
}
