package dev.lamina.model.check.privilege;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.Need;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.problem.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// PRV13.
final class RootUser implements ContainerCheck {
    private static final Rule RULE = Rule.of("PRV13", Severity.MEDIUM, "Runs as root")
            .what(
                    "A container runs with uid 0, although its image declares another user, or although it holds no capability.")
            .why("""
                    LinuxKit ignores the USER of an image: what runs as a user with Docker runs as root here. Root owns most files of
                    the system, so it needs no capability to change those that it can see.""")
            .fix("""
                    Write the user's number to uid and gid, or the container's name, for which LinuxKit keeps a number. The fix
                    writes the number that the image declares, where no capability would be lost by it.""")
            .withQuickFix()
            .needs(Need.IMAGE_CONFIG)
            .references(
                    "CIS Docker Benchmark 4.1",
                    "https://docs.kubelinter.io/#/generated/checks?id=run-as-non-root",
                    "https://github.com/linuxkit/linuxkit/blob/master/docs/yaml.md")
            .example("""
                    services:
                      - name: db
                        image: redis:7
                    """, """
                    services:
                      - name: db
                        image: redis:7
                        uid: 999
                        gid: 1000
                    """);

    /// `USER` or `USER:GROUP` of numbers, which is the only form that says what to write.
    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,9})(?::([0-9]{1,9}))?");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        EffectiveContainer spec = container.spec();
        if (spec.userId() != 0 || !container.imageKnown()) {
            return;
        }
        Optional<String> user = container
                .image()
                .map(ImageFacts::config)
                .map(image -> image.user())
                .filter(RootUser::other);
        if (user.isPresent()) {
            found.accept(declared(container, user.get()));
        } else if (spec.held().isEmpty() && spec.heldAmbient().isEmpty()) {
            found.accept(Report.at(
                            spec.uid().origin(),
                            "%s runs as root, though it needs no capability".formatted(container.words()))
                    .hint("give it a number of its own: uid: %s and gid: %<s"
                            .formatted(Texts.shorten(container.name()))));
        }
    }

    private static Report declared(ContainerView container, String user) {
        Report report = Report.at(
                container.spec().uid().origin(),
                "%s runs as root, though its image declares the user %s"
                        .formatted(container.words(), Texts.quote(user)));
        Matcher numbers = NUMBERS.matcher(user);
        if (!numbers.matches()) {
            return report.hint("write the number that this user has in /etc/passwd of the image to uid and gid");
        }
        String uid = numbers.group(1);
        String gid = Optional.ofNullable(numbers.group(2)).orElse(uid);
        report = report.hint("set uid: %s and gid: %s".formatted(uid, gid));
        // Other users than root lose capabilities that are not ambient when they start a program.
        return container.spec().held().isEmpty()
                ? report.fix(
                        "Run as the user %s".formatted(user),
                        new Edit.Set(container.path("uid"), Long.valueOf(uid)),
                        new Edit.Set(container.path("gid"), Long.valueOf(gid)))
                : report;
    }

    private static boolean other(String user) {
        String name = user.split(":", 2)[0];
        return !name.isEmpty() && !name.equals("root") && !name.matches("0+");
    }
}
