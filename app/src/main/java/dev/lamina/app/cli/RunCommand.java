package dev.lamina.app.cli;

import dev.lamina.app.operation.BootTimeline;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.RunVm;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.GuestEvent;
import dev.lamina.vmlaunch.Subscription;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmHandle;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lamina run`.
@Command(
        name = "run",
        header = "Build a system and boot it in a virtual machine.",
        description = {
            "What machine it is, its disks and ports can also stand in NAME.lamina.yml beside NAME.yml: what is",
            "given here counts more.",
            "",
            "Shows the system's console. On a terminal, Ctrl-] ends the machine; every other key goes to the",
            "system, Ctrl-C too. It also ends when the system powers off.",
            "",
            "With --until, prints the console until it shows a text, ends the machine and exits with 0; exits",
            "with 4 when the text does not come."
        },
        footer = {
            "",
            "Examples:",
            "  lamina run examples/minimal.yml",
            "  lamina run web.yml --publish 8080:80 --disk data.img,size=1G --mem 1G",
            "  lamina run --watch web.yml                            boots again whenever web.yml is saved",
            "  lamina run out/web --until login: --timeout 60        what 'lamina build --dir out web.yml' wrote",
            "  lamina run system.qcow2 --uefi                        a disk image",
            "  lamina run qemu --data-file config.json web.yml       as with LinuxKit"
        })
final class RunCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "FILE|PREFIX",
            arity = "1..*",
            description =
                    "YAML files (- is standard input), the prefix of an earlier build's files, or a disk or CD image."
                            + " One of the words qemu, hyperkit, vfkit and hyperv before it counts as --backend.")
    List<String> inputs = List.of();

    @Mixin
    SourceOptions source = new SourceOptions();

    @Mixin
    VmOptions machine = new VmOptions();

    @Option(names = "--name", paramLabel = "NAME", description = "Of the machine (default: that of the last FILE).")
    @Nullable
    String name;

    @Mixin
    BackendOption backend = new BackendOption();

    @Option(
            names = "--timeline",
            description = "At the end, print what the boot's time went into: kernel, init, each container.")
    boolean timeline;

    @Option(
            names = {"--detach", "--detached"},
            description = "Let the machine go on in the background, with its console in the log: see 'lamina ps' and"
                    + " 'lamina stop'.")
    boolean detach;

    @Option(
            names = "--watch",
            description =
                    "When a FILE or a file in it changes, build anew and boot again: on the same console, while the"
                            + " machine before goes on until the new one is built.")
    boolean watch;

    @ArgGroup(exclusive = false)
    @Nullable
    Until until;

    @Spec
    @Nullable
    CommandSpec spec;

    static final class Until {
        @Option(
                names = "--until",
                required = true,
                paramLabel = "TEXT",
                converter = Values.OfConsoleText.class,
                description = "Wait for a text on the console.")
        String text = "";

        @Option(
                names = "--timeout",
                paramLabel = "SECONDS",
                defaultValue = "120",
                converter = Values.OfSeconds.class,
                description = "How long to wait for it (default: ${DEFAULT-VALUE}).")
        Duration timeout = Duration.ofSeconds(120);
    }

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        backend(); // refused before anything is built for it
        if (detach) {
            detach();
            return 0;
        }
        if (watch) {
            watch();
            return 0;
        }
        List<GuestEvent> events = new CopyOnWriteArrayList<>();
        try (VmHandle vm = start();
                Subscription ignored = vm.onEvent(event -> {
                    if (event instanceof VmEvent.Guest guest) {
                        events.add(guest.event());
                    }
                })) {
            show(vm);
        } finally {
            if (timeline) {
                print(BootTimeline.of(events));
            }
        }
        return 0;
    }

    private void print(BootTimeline boot) {
        if (boot.spans().isEmpty() && !session.options().json) {
            session.err().println("no timeline: the init of this system tells nothing of its boot");
        } else {
            session.print(() -> TimelineTable.text(boot), () -> Map.of("timeline", TimelineTable.json(boot)));
        }
    }

    private void show(VmHandle vm) throws InterruptedException {
        if (session.options().verbose) {
            session.tell(vm.commandLine().toString());
        }
        if (until != null) {
            new ConsoleWatch(session, vm).until(until.text, until.timeout);
        } else {
            new ConsoleSession(session, vm).run();
        }
    }

    private void watch() throws IOException, InterruptedException {
        if (until != null || timeline) {
            throw WrongUsage.of(spec, "--watch goes on until you end it: leave out --until and --timeline");
        }
        new WatchSession(session).run(told -> {
            try (ProgressView progress = session.progress()) {
                return operations(progress).watchVm().begin(request(), progress.reporter(), told);
            }
        });
    }

    private void detach() throws IOException {
        if (until != null || timeline || watch) {
            throw WrongUsage.of(spec, "--detach does not stay to watch: leave out --until, --timeline and --watch");
        }
        try (ProgressView progress = session.progress()) {
            report(runVm(progress).detach(request(), session.in(), progress.reporter()));
        }
    }

    private void report(DetachedVm.Started started) {
        DetachedVm vm = started.vm();
        if (session.options().verbose) {
            session.tell(started.commandLine().toString());
        }
        if (session.options().json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("machine", vm.name());
            object.put("accelerator", vm.accelerator());
            object.put("pid", vm.pid());
            object.put("consoleLog", vm.consoleLog());
            session.out().println(Json.line(object));
        }
        session.tell(vm.name() + " runs in the background (" + vm.accelerator() + "); to end it: lamina stop "
                + vm.name() + "; its console is logged to " + vm.consoleLog());
    }

    private VmHandle start() throws IOException {
        try (ProgressView progress = session.progress()) {
            return runVm(progress).start(request(), session.in(), progress.reporter());
        }
    }

    private RunVm.Request request() {
        return new RunVm.Request(source.source(named(), name), machine.options(session, usual().options()));
    }

    private UsualMachine usual() {
        return UsualMachine.of(named(), session.environment().directory());
    }

    /// What the option says, then the word before the files, then the side file.
    private Backend backend() {
        return backend.choose(
                BackendWord.backend(inputs, session.environment().directory()).or(() -> usual().backend()),
                session.environment().system());
    }

    private RunVm runVm(ProgressView progress) {
        return operations(progress).runVm();
    }

    private Operations operations(ProgressView progress) {
        return machine.equipment
                .operations(source.operations(session), backend().choice(), session)
                .opening(named(), progress.reporter());
    }

    private List<String> named() {
        return BackendWord.strip(inputs, session.environment().directory());
    }
}
