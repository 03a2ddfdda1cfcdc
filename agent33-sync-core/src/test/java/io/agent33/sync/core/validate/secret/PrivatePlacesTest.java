package io.agent33.sync.core.validate.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths and addresses that say where somebody works. */
class PrivatePlacesTest {
    private static final SecretScanner SCANNER = SecretScanner.builtIn();

    private static List<String> found(SecretScanner scanner, String text) {
        return scanner.scan(text).stream()
                .map(it -> it.kind() + " " + text.substring(it.start(), it.end()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "home-path     | see /home/jane/notes/a.md.       | /home/jane/notes/a.md",
                "home-path     | (file:///home/jane/a)            | /home/jane/a",
                "home-path     | `/Users/jane.doe/Dev`            | /Users/jane.doe/Dev",
                "home-path     | cd \"/Users/jane/My Files\" &&   | /Users/jane/My Files",
                "drive-path    | cd D:\\GITHUB\\EDCTool           | D:\\GITHUB\\EDCTool",
                "drive-path    | \"D:\\GITHUB\\Claudius Maximus\" | D:\\GITHUB\\Claudius Maximus",
                "drive-path    | **Location**: `D:\\x\\y\\`       | D:\\x\\y\\",
                "drive-path    | \"C:\\\\Users\\\\jane\\\\x\"     | C:\\\\Users\\\\jane\\\\x",
                "drive-path    | C:\\Users\\jane                  | C:\\Users\\jane",
                "drive-path    | d:/github/x,                     | d:/github/x",
                "drive-path    | file:///E:/work/a.md             | E:/work/a.md",
                "drive-path    | path=d:\\new\\table              | d:\\new\\table",
                "drive-path    | on C:\\notes alone                | C:\\notes",
                "drive-path    | h:/work/x                        | h:/work/x",
                "unc-path      | see \\\\fileserver\\share\\doc   | \\\\fileserver\\share\\doc",
                "unc-path      | \\\\10.1.2.3\\c$\\x              | \\\\10.1.2.3\\c$\\x",
                "private-address | http://10.1.2.3:8080/x         | 10.1.2.3",
                "private-address | 172.31.255.1                   | 172.31.255.1",
                "private-address | host 192.168.0.10, port        | 192.168.0.10",
                "private-address | 169.254.1.2                    | 169.254.1.2",
                "private-address | [fe80::1ff:fe23:4567:890a%eth0] | fe80::1ff:fe23:4567:890a",
                "private-address | fd12:3456:789a:1::1/64         | fd12:3456:789a:1::1",
                "private-address | fd12:3:4:5:6:7:8:9             | fd12:3:4:5:6:7:8:9",
                "private-address | fd12:3:4:5:6:7:8::             | fd12:3:4:5:6:7:8::",
                "private-address | 192.168.1.0/24                 | 192.168.1.0"
            })
    void aPrivatePlaceIsFound(String kind, String text, String place) {
        assertThat(found(SCANNER, text)).contains(kind + " " + place);
        assertThat(found(SCANNER, "é\n" + text + "\n")).contains(kind + " " + place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/home/user/x /home/<you>/x /home/$USER/x /Users/you/ /home/runner/work /home/ubuntu",
                "docs/home/jane/x.md ./home/jane https://example.com/home/jane ~/home/jane ${ROOT}/home/jane",
                "C:\\Windows\\System32 C:\\Program Files\\Git C:/Windows C:\\path\\to\\file C:\\Users\\<name>\\x C:\\Users\\user\\x",
                "C: and D: are drives, C:\\ too, D:\\… and C:\\...",
                "https://example.com a://b s:/a/b/ {\"a\":\"/b\"} note:/x re:/y/",
                "print(\"a:\\n\") 'b:\\t' x:\\n",
                "\"C:\\n\" 'D:\\t' c:\\new d:\\table i:/work/x b:/work/x",
                "fd12::3456::1 fd12:34567::1 fd12:3:4:5:6:7:8 fd12:3:4:5:6:7:8:9:a fd12:3:4:5:6:7:8:9: fd12:1::/32",
                "\\d+\\s \\\\n\\\\t | 1 & 2 \\\\hline\\hline \\\\server\\share \\\\?\\x",
                "127.0.0.1 0.0.0.0 ::1 8.8.8.8 192.0.2.1 172.15.0.1 172.32.0.1 192.169.1.1 11.0.0.1",
                "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 169.254.169.254 fc00::/7 fe80::/10",
                "version 10.2 and 10.2.3, v10.1.2.3, 1.10.1.2.3, 10.1.2.3.4, 10.01.2.3, 10.256.1.1, 10.1.2.3-rc1",
                "feature fdx feed: fd12 fe80 fd:ab:12:34:56:78 fd12:3456 facade::x deadbeef::"
            })
    void noneOfTheseIsPrivate(String text) {
        assertThat(found(SCANNER, text)).isEmpty();
    }

    @Test
    void configuredHostsAreFoundWithWhatIsBelowThem() {
        SecretScanner scanner =
                SCANNER.with(PrivateNames.none().host("Corp.example.org").host("buildbox"));

        assertThat(found(scanner, "https://git.corp.example.org/x, CORP.example.org. ssh buildbox;"))
                .containsExactly(
                        "internal-host-name git.corp.example.org",
                        "internal-host-name CORP.example.org",
                        "internal-host-name buildbox");
        assertThat(found(scanner, "mycorp.example.org corp.example.org.uk buildbox2 my-buildbox corp.example.orgs"))
                .isEmpty();
        assertThat(found(SCANNER, "git.corp.example.org")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", ".corp", "http://x"})
    void aHostThatIsNoneIsRefused(String name) {
        assertThatThrownBy(() -> PrivateNames.none().host(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pathsAreScannedAsTextsAre() {
        assertThat(SCANNER.scanPath("docs/AKIA" + "IOSFODNN7EXAMPLE.md"))
                .extracting(SecretMatch::kind)
                .containsExactly("aws-access-key-id");
        assertThat(SCANNER.scanPath("docs/home/jane/\u202Eevil.md"))
                .extracting(SecretMatch::kind)
                .containsExactly("bidirectional-control");
        assertThat(SCANNER.scanPath("core/agents/CLAUDE.md")).isEmpty();
    }
}
