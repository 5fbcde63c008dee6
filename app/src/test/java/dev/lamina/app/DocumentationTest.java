package dev.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the pages say of each other and of the tree is so.
final class DocumentationTest {
    private static final Path CHECKOUT = Conformance.checkout();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`\\n]*`");
    private static final Pattern PACKAGE = Pattern.compile("`([a-z.]+)`");

    /// Rows of the map that also stand for the packages below them.
    private static final List<String> FAMILIES = List.of("assembler.fs", "assembler.packages", "model.check");

    @Test
    void everyLinkLeadsToAFileAndAHeading() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            for (MatchResult link : LINK.matcher(withoutCode(page)).results().toList()) {
                if (!link.group(1).matches("[a-z]+:.*") && !leadsSomewhere(page, link.group(1))) {
                    broken.add(CHECKOUT.relativize(page) + ": " + link.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theMapOfTheArchitectureNamesEveryPackageAndNoOther() throws IOException {
        String page = Files.readString(CHECKOUT.resolve("docs/ARCHITECTURE.md"));
        Set<String> named = packages(page.substring(page.indexOf("## Where things are")));

        assertThat(named).isEqualTo(packages());
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String folder : List.of("docs", "examples", "installers")) {
            pages.addAll(files(CHECKOUT.resolve(folder), ".md"));
        }
        for (String page : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
            pages.add(CHECKOUT.resolve(page));
        }
        return pages;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static String withoutCode(Path page) throws IOException {
        return CODE.matcher(Files.readString(page)).replaceAll("");
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(target)
                && (parts.length == 1 || anchors(Files.readString(target)).contains(parts[1]));
    }

    /// As sites that show Markdown make them of headings.
    private static Set<String> anchors(String text) {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /// Of the first column of the table; what begins with a point has the parent of the one before.
    private static Set<String> packages(String map) {
        Set<String> named = new TreeSet<>();
        String parent = "";
        for (String row : map.lines().filter(line -> line.startsWith("| `")).toList()) {
            String column = row.substring(0, row.indexOf(" |", 2));
            for (MatchResult name : PACKAGE.matcher(column).results().toList()) {
                String whole = name.group(1).startsWith(".") ? parent + name.group(1) : name.group(1);
                parent = whole.substring(0, Math.max(0, whole.lastIndexOf('.')));
                named.add(whole);
            }
        }
        return named;
    }

    private static Set<String> packages() throws IOException {
        Set<String> packages = new TreeSet<>(FAMILIES);
        for (String module : List.of("model", "assembler", "vmlaunch", "app")) {
            Path lamina = CHECKOUT.resolve(module + "/src/main/java/dev/lamina");
            for (Path file : files(lamina, ".java")) {
                String name = lamina.relativize(file.getParent())
                        .toString()
                        .replace('\\', '.')
                        .replace('/', '.');
                if (FAMILIES.stream().noneMatch(family -> name.startsWith(family + "."))) {
                    packages.add(name);
                }
            }
        }
        packages.remove("app"); // the line of its one class that matters, `Wiring`, is there for it
        return packages;
    }
}
