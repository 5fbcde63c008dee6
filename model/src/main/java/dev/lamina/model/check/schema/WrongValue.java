package dev.lamina.model.check.schema;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.problem.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// SCH02. Types and forms are the reader's affair; here are quotes that became part of a text, and labels.
final class WrongValue implements ContainerCheck {
    private static final Rule RULE = Rule.of(Problem.VALUE, Severity.ERROR, "Value of a wrong type or form")
            .what("""
                    A value that its key cannot take: a list where a text is wanted, a number without quotes, a text that is not YAML,
                    or an element of a list with a quote at one end only.""")
            .why("""
                    YAML decides by the look of a text what it is: 0644 is a number, yes may be true, and a quote in the middle of a word
                    belongs to the word. LinuxKit builds the last one, and the service fails at boot with a file not found.""")
            .fix(
                    "Write the value in the form that the message names; put quotes around the whole text or around none of it.")
            .withQuickFix()
            .references(
                    "https://github.com/linuxkit/linuxkit/issues/3110",
                    "https://yaml.org/spec/1.2.2/#73-flow-scalar-styles")
            .example("""
                    onboot:
                      - name: mount
                        image: linuxkit/mount:v1.0.0
                        command: ["/usr/bin/mountie", /var/lib/docker"]
                    """, """
                    onboot:
                      - name: mount
                        image: linuxkit/mount:v1.0.0
                        command: ["/usr/bin/mountie", "/var/lib/docker"]
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        words("command", container.spec().command(), container, found);
        words("env", container.spec().env(), container, found);
        for (Problem problem : container.spec().labelProblems()) {
            Report report = Report.at(
                    container.path("image"), "the label of image %s: %s".formatted(container.ref(), problem.message()));
            found.accept(problem.hint().map(report::hint).orElse(report));
        }
    }

    private static void words(String key, Given<List<String>> words, ContainerView container, Consumer<Report> found) {
        if (!words.origin().inDocument()) {
            return;
        }
        for (int i = 0; i < words.value().size(); i++) {
            String word = words.value().get(i);
            Origin origin = words.origin().element(i);
            strayQuote(word)
                    .ifPresent(without -> found.accept(Report.at(
                                    origin,
                                    "%s in %s of %s has a quote at one end only"
                                            .formatted(Texts.quote(word), key, container.words()))
                            .hint("quotes belong around the whole text: \"" + without + "\"")
                            .fix("Remove the stray quote", new Edit.Set(origin.path(), without))));
        }
    }

    /// The text without its quote, when it has exactly one, at its beginning or its end.
    private static Optional<String> strayQuote(String text) {
        for (char quote : new char[] {'"', '\''}) {
            boolean one = text.indexOf(quote) >= 0 && text.indexOf(quote) == text.lastIndexOf(quote);
            if (one && text.length() > 1 && text.charAt(text.length() - 1) == quote) {
                return Optional.of(text.substring(0, text.length() - 1));
            }
            if (one && text.length() > 1 && text.charAt(0) == quote) {
                return Optional.of(text.substring(1));
            }
        }
        return Optional.empty();
    }
}
