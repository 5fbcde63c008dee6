package dev.lamina.model.check.kernel;

import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import java.util.function.Consumer;

/// KRN01.
final class WrongConsole implements SystemCheck {
    private static final Rule RULE = Rule.of("KRN01", Severity.WARNING, "Console that is not shown")
            .what("""
                    What the init prints does not go to the serial port that lamina run shows: another console= of the kernel's command line
                    comes after it, or another port of the same driver before it. Those that the machine does not have count for nothing:
                    ttyAMA0 on amd64, ttyS0 on arm64. When no port of the driver is named, lamina run adds the one that it shows.""")
            .why("""
                    The kernel prints to every console, but /dev/console is the last one: what the init and its containers print goes there.
                    Of several ports of one driver the kernel takes the first, whether something hangs on it or not: with console=ttyS1
                    console=ttyS0 nothing is seen on ttyS0. On the port that is shown the machine seems to hang, until a login comes up that
                    asks on all consoles.""")
            .fix("""
                    Write the console that is shown last, and no other port of its driver before it: console=ttyS0 on amd64,
                    console=ttyAMA0 on arm64. The fix moves it there.""")
            .withQuickFix()
            .references(
                    "https://www.kernel.org/doc/html/latest/admin-guide/serial-console.html",
                    "https://github.com/linuxkit/linuxkit/issues/3301",
                    "https://github.com/linuxkit/linuxkit/issues/2505",
                    "https://github.com/linuxkit/linuxkit/issues/2401")
            .example("""
                    kernel:
                      image: lamina/kernel
                      cmdline: console=ttyS0 console=tty0 quiet
                    """, """
                    kernel:
                      image: lamina/kernel
                      cmdline: console=tty0 console=ttyS0 quiet
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        Consoles.of(system).filter(Consoles::wrong).ifPresent(consoles -> {
            MendedCmdline mended = system.derived(MendedCmdline.class, MendedCmdline::of);
            found.accept(Report.at(
                            Cmdline.PATH,
                            "the console of the init is %s, but %s is the one that is shown"
                                    .formatted(consoles.last().orElse("another"), consoles.shown()))
                    .hint("write console=%s behind those of other drivers, and before other ports of its own"
                            .formatted(consoles.shown()))
                    .fix(mended.label(), mended.edit()));
        });
    }
}
