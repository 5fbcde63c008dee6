package dev.lamina.model.check.schema;

import dev.lamina.model.check.Check;
import dev.lamina.model.check.ReaderCheck;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;

/// SCH07. Paths of network namespaces that nobody makes are found by NET04.
final class UnknownName {
    private static final Rule RULE = Rule.of("SCH07", Severity.ERROR, "Name that refers to nothing")
            .what("""
                    A uid, gid or start condition is the name of a container that does not exist; or an image lamina/NAME is none of the
                    built-in ones.""")
            .why("""
                    A name in the place of a number means the number that is allocated to the container of that name; accounts in
                    /etc/passwd of an image are not looked up.""")
            .fix("Write the name of a container of this document, or a number.")
            .withQuickFix()
            .references("https://github.com/linuxkit/linuxkit/blob/master/docs/yaml.md")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                        uid: wbe
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        uid: web
                    """);

    private UnknownName() {}

    static Check check() {
        return new ReaderCheck(RULE);
    }
}
