package dev.lamina.model.check.privilege;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Need;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.oci.Given;
import java.util.function.Consumer;

/// PRV12.
final class NewPrivileges implements ContainerCheck {
    private static final Rule RULE = Rule.of("PRV12", Severity.MEDIUM, "Can gain privileges")
            .what("noNewPrivileges of a container is not true.")
            .why("""
                    A program in it can then become another user, or gain capabilities, by running a file with the set-user-id bit or with
                    file capabilities, such as su, ping or mount. With noNewPrivileges the kernel ignores those for good.""")
            .fix("Set noNewPrivileges: true. Leave it out only where sudo or the like has to work.")
            .withQuickFix()
            .needs(Need.IMAGE_CONFIG)
            .references(
                    "https://www.kernel.org/doc/html/latest/userspace-api/no_new_privs.html",
                    "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
                    "https://docs.kubelinter.io/#/generated/checks?id=privilege-escalation-container",
                    "CIS Docker Benchmark 5.26")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        noNewPrivileges: true
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        Given<Boolean> given = container.spec().noNewPrivileges();
        if (!given.value() && Labels.settle(given.origin(), container)) {
            found.accept(Report.at(
                            given.origin(),
                            "programs of %s can gain privileges, as noNewPrivileges is not true"
                                    .formatted(container.words()))
                    .hint("set noNewPrivileges: true, unless it needs sudo, su or the like")
                    .fix("Set noNewPrivileges: true", new Edit.Set(container.path("noNewPrivileges"), true)));
        }
    }
}
