package dev.lamina.app.studio.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Declaration;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;

final class ThemeTest {
    @Test
    void everySheetIsNamed() throws Exception {
        Path folder = Path.of("src/main/resources/dev/lamina/app/studio/look");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> sheets = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".css") && !name.equals("high-contrast.css"))
                    .map(name -> name.replace(".css", ""))
                    .toList();
            assertThat(names()).containsExactlyInAnyOrderElementsOf(sheets);
        }
    }

    @Test
    void theSheetThatTheBuildMakesHoldsTheRulesOfAllInTheirOrder() throws Exception {
        List<String> written = new ArrayList<>();
        for (String name : names()) {
            written.addAll(rules(new CssParser().parse(resource(name + ".css"))));
        }
        assertThat(rules(Stylesheet.loadBinary(resource("studio.bss")))).isEqualTo(written);
    }

    private static List<String> names() throws IOException {
        try (var in = resource("sheets.txt").openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name);
    }

    private static List<String> rules(Stylesheet sheet) {
        return sheet.getRules().stream().map(ThemeTest::text).toList();
    }

    private static String text(Rule rule) {
        return rule.getSelectors()
                + " "
                + rule.getDeclarations().stream().map(Declaration::getProperty).toList();
    }
}
