package dev.lamina.model.check.kernel;

import dev.lamina.model.check.KernelFacts;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.value.Arch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// KRN01.
final class WrongConsole implements SystemCheck {
    private static final Rule RULE = Rule.of("KRN01", Severity.WARNING, "Console that is not shown")
            .what("""
                    The last console= of the kernel's command line that the machine has is not the serial port that lamina run shows. Those
                    that the machine does not have count for nothing: ttyAMA0 on amd64, ttyS0 on arm64. When none names the serial port,
                    lamina run adds it at the end, and nothing is found.""")
            .why("""
                    The kernel prints to every console, but /dev/console is the last one: what the init and its containers print goes there.
                    On the port that is shown the machine seems to hang after the last message of the kernel, until a login comes up that
                    asks on all consoles.""")
            .fix(
                    "Write the console that is shown last: console=ttyS0 on amd64, console=ttyAMA0 on arm64. The fix moves it there.")
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

    /// The serial port of the machines that QEMU makes for Lamina.
    private static final Map<Arch, String> SERIAL =
            Map.of(Arch.AMD64, "ttyS0", Arch.ARM64, "ttyAMA0", Arch.RISCV64, "ttyS0");

    private static final Pattern SCREEN = Pattern.compile("tty[0-9]*");

    /// The four serial ports of a PC are there for the kernel, whatever hangs on them.
    private static final Pattern PORT_OF_PC = Pattern.compile("ttyS[0-3]");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        SystemFacts facts = system.facts();
        Optional<String> shown = facts.run().console().or(() -> Optional.ofNullable(SERIAL.get(facts.arch())));
        shown.ifPresent(console ->
                check(Cmdline.parse(system.composition().kernel().effectiveCmdline()), console, facts, found));
    }

    private static void check(Cmdline cmdline, String shown, SystemFacts facts, Consumer<Report> found) {
        List<String> consoles = cmdline.options().stream()
                .filter(word -> Cmdline.name(word).equals("console"))
                .map(WrongConsole::device)
                .toList();
        Optional<String> last = consoles.reversed().stream()
                .filter(device -> device.equals(shown) || exists(device, facts))
                .findFirst();
        if (consoles.contains(shown) && !last.equals(Optional.of(shown))) {
            found.accept(Report.at(
                            Cmdline.PATH,
                            "the last console of the kernel is %s, but %s is the one that is shown"
                                    .formatted(last.orElse("another"), shown))
                    .hint("write console=%s behind the others".formatted(shown))
                    .fix(
                            "Put console=%s last".formatted(shown),
                            moved(cmdline, shown).edit()));
        }
    }

    /// With the console behind all others, where the last of those stands.
    private static Cmdline moved(Cmdline cmdline, String shown) {
        List<String> words = new ArrayList<>(cmdline.words());
        List<String> options = cmdline.options();
        String word = options.stream().filter(each -> isConsole(each, shown)).reduce("", (first, second) -> second);
        int last = 0;
        for (int i = 0; i < options.size(); i++) {
            last = Cmdline.name(options.get(i)).equals("console") ? i : last;
        }
        words.add(last + 1, word);
        for (int i = last; i >= 0; i--) {
            if (isConsole(words.get(i), shown)) {
                words.remove(i);
            }
        }
        return new Cmdline(words);
    }

    private static boolean isConsole(String word, String device) {
        return Cmdline.name(word).equals("console") && device(word).equals(device);
    }

    /// Without the speed: `ttyS0` of `console=ttyS0,115200n8`.
    private static String device(String word) {
        return Cmdline.value(word).orElse("").split(",", 2)[0];
    }

    /// Whether a machine of the architecture has a console by this name. The screen takes part even without a display.
    private static boolean exists(String device, SystemFacts facts) {
        if (SCREEN.matcher(device).matches()) {
            return facts.kernel()
                    .map(KernelFacts::config)
                    .filter(config -> !config.isEmpty())
                    .map(config -> "y".equals(config.get("CONFIG_VT_CONSOLE")))
                    .orElse(true);
        }
        return switch (facts.arch()) {
            case AMD64 -> PORT_OF_PC.matcher(device).matches();
            case ARM64 -> device.equals("ttyAMA0");
            case RISCV64, S390X -> false;
        };
    }
}
