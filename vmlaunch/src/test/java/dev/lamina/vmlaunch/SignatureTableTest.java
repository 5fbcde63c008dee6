package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of signatures is complete and right in itself.
final class SignatureTableTest {
    private static final Pattern GAP = Pattern.compile("\\{([a-z]+)}");

    static List<Signature> all() {
        return SignatureTable.ALL;
    }

    @Test
    void thereAreMoreThanFortyAndMostComeFromRealBoots() {
        assertThat(all()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(all().stream().filter(signature -> signature.seen().isPresent()))
                .hasSizeGreaterThanOrEqualTo(25);
        assertThat(all().stream().map(Signature::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachSaysWhereItIsFromAndIsRecognisedBySomething(Signature signature) {
        assertThat(signature.seen().isPresent())
                .as("a test or a source")
                .isNotEqualTo(signature.source().isPresent());
        boolean silence = signature.id().startsWith("silent");
        assertThat(signature.console().isEmpty() && signature.says().isEmpty()).isEqualTo(silence);
        assertThat(signature.rule().orElse("SCH01")).matches("[A-Z]{3}[0-9]{2}");
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatTheWordsQuoteIsInEveryPattern(Signature signature) {
        List<String> quoted = GAP.matcher(signature.reason() + signature.fix())
                .results()
                .map(found -> found.group(1))
                .toList();
        Stream.concat(signature.console().stream(), signature.says().stream())
                .forEach(pattern ->
                        assertThat(pattern.names()).as(pattern.toString()).containsAll(quoted));
    }

    @Test
    void aBlockIsReadWithAllItsParts() {
        assertThat(SignatureTable.parse("""
                        # remark
                        id: one
                        console: a {x}
                        says: b
                        says: c
                        part: kernel
                        reason: because of {x}
                        rule: RES01
                        fix: do it
                        fatal: yes
                        seen: SomeIT

                        id: two
                        says: d
                        reason: r
                        fix: f
                        source: there
                        """).stream().map(SignatureTableTest::text))
                .containsExactly("""
                        one [a {x}] [b, c] Optional[kernel] because of {x} Optional[RES01] do it true Optional[SomeIT]\
                        """, "two [] [d] Optional.empty r Optional.empty f false Optional.empty");
    }

    private static String text(Signature one) {
        return Stream.of(
                        one.id(),
                        one.console(),
                        one.says(),
                        one.part(),
                        one.reason(),
                        one.rule(),
                        one.fix(),
                        one.fatal(),
                        one.seen())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    @Test
    void aMisspeltKeyIsAnError() {
        assertThatThrownBy(() -> SignatureTable.parse("id: a\nreason: r\nfix: f\nrulle: X\n"))
                .hasMessage("a: unknown or repeated: {rulle=[X]}");
        assertThatThrownBy(() -> SignatureTable.parse("id: a\nreason: r\nreason: s\nfix: f\n"))
                .isInstanceOf(java.util.NoSuchElementException.class);
        assertThatThrownBy(() -> SignatureTable.parse("nonsense\n")).hasMessage("no key: nonsense");
    }

    @Test
    void theLastOneTakesWhateverIsLeft() {
        assertThat(all().getLast().id()).isEqualTo("ended");
        assertThat(all().getLast().matchSaid("")).isPresent();
        assertThat(all().getLast().rule()).isEqualTo(Optional.empty());
    }
}
