package io.agent33.sync.core.markdown;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we find is what the examples of CommonMark render, read from their HTML by a few regular expressions. */
@Tag("corpus")
class CommonMarkSuiteTest {
    private static final Pattern TARGET = Pattern.compile("<(?:a|img)\\b[^>]*?\\s(?:href|src)\\s*=\\s*\"([^\"]*)\"");

    @Test
    void allExamplesAreThere() throws IOException {
        assertThat(CommonMarkSuite.examples()).hasSize(655);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void linksAndImagesAreThoseOfTheHtml(CommonMarkSuite.Example example) {
        List<String> rendered = new ArrayList<>();
        Matcher target = TARGET.matcher(example.html());
        while (target.find()) {
            rendered.add(meant(target.group(1)));
        }

        assertThat(found(MarkdownText.parse(example.markdown())))
                .as(example.html())
                .containsExactlyInAnyOrderElementsOf(rendered);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void rangesAreWhatTheyClaimAndNothingIsLost(CommonMarkSuite.Example example) {
        RangeLaws.hold(example.markdown());
        RangeLaws.hold("\uFEFF" + example.markdown().replace("\n", "\r\n"));
    }

    /** Other line ends and what contains a block move ranges and change nothing else. */
    @ParameterizedTest
    @MethodSource("examples")
    void lineEndsMakeNoDifference(CommonMarkSuite.Example example) {
        List<String> plain = found(MarkdownText.parse(example.markdown()));

        assertThat(found(MarkdownText.parse(example.markdown().replace("\n", "\r\n"))))
                .isEqualTo(plain);
        assertThat(found(MarkdownText.parse(example.markdown().replace("\n", "\r"))))
                .isEqualTo(plain);
    }

    private static List<CommonMarkSuite.Example> examples() throws IOException {
        return CommonMarkSuite.examples();
    }

    private static List<String> found(MarkdownText text) {
        List<Range> images = text.references().stream()
                .filter(each -> each.form().isImage() && each.text().isPresent())
                .map(each -> each.text().get())
                .toList();
        return text.references().stream()
                .filter(each -> !each.form().isMention())
                .filter(each -> each.form() != Form.DEFINITION && each.form() != Form.BARE_URL)
                .filter(each -> images.stream().noneMatch(image -> image.contains(each.range())))
                .map(each -> decoded(each.destination().url()))
                .toList();
    }

    private static String meant(String attribute) {
        return decoded(attribute
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&ouml;", "ö")
                .replace("&amp;", "&"));
    }

    /** Percent-decoded by the JDK, as both sides encode differently. */
    private static String decoded(String url) {
        String safe = url.replace("+", "%2B").replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
        return URLDecoder.decode(safe, UTF_8);
    }
}
