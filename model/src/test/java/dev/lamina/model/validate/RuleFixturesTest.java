package dev.lamina.model.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Profile;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule by its fixtures: what it finds where, what it says, and the text after its fix.
///
/// `-Drules=PRV01,PRV02` runs only those.
final class RuleFixturesTest {

    static Stream<Fixture> fixtures() {
        return Rules.all().stream()
                .map(rule -> rule.code())
                .filter(RuleFixturesTest::wanted)
                .flatMap(code -> Fixture.parse(code, text(code)).stream());
    }

    static Stream<String> codes() {
        return Rules.all().stream().map(rule -> rule.code()).filter(RuleFixturesTest::wanted);
    }

    private static boolean wanted(String code) {
        String wanted = System.getProperty("rules", "");
        return wanted.isEmpty() || List.of(wanted.split(",")).contains(code);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void hasTwoFixturesThatFailAndTwoThatPass(String code) {
        List<Fixture> all = Fixture.parse(code, text(code));

        assertThat(all.stream().filter(Fixture::fails)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(all.stream().filter(fixture -> !fixture.fails())).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void findsWhatTheFixtureSays(Fixture fixture) {
        List<Finding> found = find(fixture, fixture.yaml());

        assertThat(lines(found, fixture)).isEqualTo(fixture.finds());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void theFixGivesTheTextOfTheFixture(Fixture fixture) {
        Mending mending = mending(fixture);

        assertThat(mending.refused()).isEmpty();
        assertThat(mending.mended().isEmpty() ? Optional.empty() : Optional.of(text(mending)))
                .isEqualTo(fixture.fixed());
        assertThat(besides(fixture, find(fixture, fixture.yaml())).map(SourceText::text))
                .isEqualTo(fixture.sideFixed().or(() -> fixture.side().map(SourceText::text)));
    }

    /// Also the fixes of other rules' findings: what is found is gone, and nothing comes that the author did not ask
    /// for. A
    /// component that a fix adds may have what only the strict profile shows, as the author's own components have.
    @ParameterizedTest
    @MethodSource("fixtures")
    void eachFixRemovesItsFindingAndAddsNone(Fixture fixture) {
        List<Finding> before = all(fixture, fixture.yaml());
        for (Finding finding : before) {
            if (finding.fix().isPresent()) {
                Mending mending = mending(fixture, List.of(finding));
                Optional<SourceText> side = besides(fixture, List.of(finding));
                List<Finding> after = review(fixture, text(mending), side, Profile.RESTRICTED);
                Set<String> shownToAll = new HashSet<>(keys(review(fixture, text(mending), side, Profile.BASELINE)));
                List<String> added = keys(after.stream()
                        .filter(each -> shownToAll.contains(key(each)) || component(before, each))
                        .toList());
                keys(before).forEach(added::remove);

                assertThat(mending.refused()).as(finding.headline()).isEmpty();
                assertThat(added)
                        .as(finding.headline() + " after\n" + text(mending))
                        .isEmpty();
                assertThat(count(keys(after), key(finding)))
                        .as(finding.headline())
                        .isLessThan(count(keys(before), key(finding)));
            }
        }
    }

    private static boolean component(List<Finding> before, Finding finding) {
        return before.stream().anyMatch(each -> component(each).equals(component(finding)));
    }

    private static String component(Finding finding) {
        return finding.subject().replaceAll("].*", "]");
    }

    private static long count(List<String> keys, String key) {
        return keys.stream().filter(key::equals).count();
    }

    private static List<String> keys(List<Finding> findings) {
        return new ArrayList<>(findings.stream().map(RuleFixturesTest::key).toList());
    }

    /// What stays the same when lines move and names change; messages may count what is left.
    private static String key(Finding finding) {
        return finding.code() + " " + finding.path().replaceAll("\\[\\d+]", "[]");
    }

    private static Mending mending(Fixture fixture) {
        return mending(fixture, find(fixture, fixture.yaml()));
    }

    private static Mending mending(Fixture fixture, List<Finding> findings) {
        return Mending.of(documents(fixture.yaml()), findings);
    }

    /// The side file after the fixes of what was found in it.
    private static Optional<SourceText> besides(Fixture fixture, List<Finding> findings) {
        return fixture.side()
                .map(side -> Mending.of(List.of(side), findings).documents().getFirst());
    }

    private static String text(Mending mending) {
        return mending.documents().getFirst().text();
    }

    private static List<SourceText> documents(String yaml) {
        return List.of(new SourceText("x.yml", yaml));
    }

    private static List<Finding> find(Fixture fixture, String yaml) {
        return all(fixture, yaml).stream()
                .filter(finding -> finding.code().equals(fixture.code()))
                .toList();
    }

    private static List<Finding> all(Fixture fixture, String yaml) {
        return review(fixture, yaml, fixture.side(), Profile.RESTRICTED);
    }

    private static List<Finding> review(Fixture fixture, String yaml, Optional<SourceText> side, Profile profile) {
        List<SourceText> documents = documents(yaml);
        return new Validator()
                .validate(
                        documents,
                        new CompositionReader().read(documents),
                        FixtureFacts.parse(fixture.facts(), side),
                        profile)
                .findings();
    }

    private static List<String> lines(List<Finding> found, Fixture fixture) {
        boolean hints = fixture.finds().stream().anyMatch(line -> line.startsWith("hint: "));
        List<String> lines = new ArrayList<>();
        for (Finding finding : found) {
            lines.add("%d:%d %s %s"
                    .formatted(
                            finding.span().line(),
                            finding.span().column(),
                            finding.severity().text(),
                            finding.message()));
            if (hints) {
                finding.hint().ifPresent(hint -> lines.add("hint: " + hint));
            }
        }
        return lines;
    }

    static String text(String code) {
        try (InputStream in = RuleFixturesTest.class.getResourceAsStream("/rules/" + code + ".txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
