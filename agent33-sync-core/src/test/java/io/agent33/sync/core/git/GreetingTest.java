package io.agent33.sync.core.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** What a server says of its object format, in the forms of git's protocols 0 and 2. */
class GreetingTest {
    private static final String ID = "b361fa3aaa89e9daef5d1e2249d153b3b3b46ded283ebb0f8d011010b1d9f77e";

    private final Greeting greeting = new Greeting();

    private void hear(String said) throws IOException {
        greeting.hearing(new ByteArrayInputStream(said.getBytes(UTF_8))).readAllBytes();
    }

    private void assertRefused(String format) {
        assertThatExceptionOfType(OtherObjectFormat.class)
                .isThrownBy(greeting::refuseOtherObjectFormat)
                .withMessage("expected a repository whose object format is sha1, found " + format);
    }

    private void assertFine() {
        assertThatCode(greeting::refuseOtherObjectFormat).doesNotThrowAnyException();
    }

    @Test
    void protocolTwoSaysItOnALine() throws IOException {
        hear("000eversion 2\n0015agent=git/2.39.5\n0019object-format=sha256\n0000");

        assertRefused("sha256");
    }

    @Test
    void protocolZeroSaysItAmongTheFirstReferencesWords() throws IOException {
        hear("0114" + ID + " refs/heads/main\0multi_ack no-done object-format=sha256 agent=git/2.39.5\n0000");

        assertRefused("sha256");
    }

    @Test
    void itIsHeardByteByByteAndInPieces() throws IOException {
        InputStream line = greeting.hearing(new ByteArrayInputStream("0019object-".getBytes(UTF_8)));
        while (line.read() >= 0) {
            assertFine();
        }
        hear("format=sha3");

        assertRefused("sha3");
    }

    @Test
    void sha1IsFineAndSoIsSilence() throws IOException {
        assertFine();
        hear("000eversion 2\n0017object-format=sha1\n0000");

        assertFine();
    }

    @Test
    void theFirstOfSeveralIsTheOneThatIsSpoken() throws IOException {
        hear("000eversion 2\n0017object-format=sha1\n0019object-format=sha256\n0000");

        assertFine();
    }

    @Test
    void aReferenceOfThatNameIsNone() throws IOException {
        hear("0052" + ID.substring(24) + " refs/heads/object-format=sha256\n" + "0052" + ID.substring(24)
                + " HEAD symref-target:refs/heads/00aa/object-format=sha256\n0000");

        assertFine();
    }

    @Test
    void whatComesAfterTheGreetingIsNotKept() throws IOException {
        hear("x".repeat(16 << 10) + " object-format=sha256");

        assertFine();
    }
}
