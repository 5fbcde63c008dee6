package dev.lamina.app.studio.run;

import dev.lamina.app.operation.Vital;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.run.Notice.Kind;
import dev.lamina.app.studio.run.Notice.Remedy;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.session.Live.Phase;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.BootExplainer;
import dev.lamina.vmlaunch.BootFailure;
import dev.lamina.vmlaunch.GuestEvent;
import dev.lamina.vmlaunch.NotEnoughMemoryException;
import dev.lamina.vmlaunch.PortBusyException;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Says what went wrong with a run, why, and what can be done: by a button where it can.
final class Notices {
    private static final Texts TEXTS = Texts.of(Notices.class);
    private static final String MEMORY_RULE = "RES01";

    private final RunViewModel model;
    private final Live live;
    private final Desk desk;
    private Runnable console = () -> {};
    private Optional<Runnable> doctor = Optional.empty();
    private Optional<Notice> slow = Optional.empty();

    Notices(RunViewModel model, Desk desk) {
        this.model = model;
        this.live = model.live();
        this.desk = desk;
        live.phase().subscribe(this::entered);
    }

    /// What took long has come to its end.
    private void entered(Phase phase) {
        if (phase != Phase.BOOTING && slow.isPresent()) {
            if (model.notice().get().equals(slow)) {
                model.dismiss();
            }
            slow = Optional.empty();
        }
    }

    /// @param shown brings the console to the front
    void console(Runnable shown) {
        console = shown;
    }

    /// @param shown looks at this computer
    void doctor(Runnable shown) {
        doctor = Optional.of(shown);
    }

    private Remedy again() {
        return new Remedy(TEXTS.get("remedy.again"), model::restart);
    }

    private Remedy showConsole() {
        return new Remedy(TEXTS.get("remedy.console"), () -> console.run());
    }

    /// The system could not be built or started.
    ///
    /// @param goesOn the machine before still runs
    void notStarted(Launch.Failed failed, boolean goesOn) {
        LaminaException problem = failed.problem();
        String text = TEXTS.get(goesOn ? "failed.goesOn" : "failed.start", String.valueOf(problem.getMessage()));
        String hint = problem.hint().orElse("");
        switch (problem) {
            case PortBusyException busy -> portBusy(text, busy.port());
            case NotEnoughMemoryException memory
            when failed.comfortable().isPresent() ->
                show(text, "", moreMemory(failed.comfortable().get()), again());
            case InvalidCompositionException invalid ->
                model.show(Notice.of(Kind.FAILURE, text, hint, again())
                        .withDetails(invalid.problems().stream()
                                .map(Problem::headline)
                                .toList()));
            case EnvironmentException surroundings
            when doctor.isPresent() -> show(text, hint, again(), new Remedy(TEXTS.get("remedy.doctor"), doctor.get()));
            default -> show(text, hint, again());
        }
    }

    private void show(String text, String hint, Remedy... remedies) {
        model.show(Notice.of(Kind.FAILURE, text, hint, remedies));
    }

    private void portBusy(String text, PublishedPort port) {
        desk.background()
                .aside(
                        () -> PortFacts.of(port),
                        facts -> show(
                                text,
                                facts.owner()
                                        .map(owner -> TEXTS.get("port.owner", owner))
                                        .orElse(""),
                                otherPort(port, facts.free()),
                                again()),
                        unknown -> show(text, "", again()));
    }

    private Remedy otherPort(PublishedPort port, int free) {
        return new Remedy(TEXTS.get("remedy.port", String.valueOf(free)), () -> {
            model.options().publish(port, free);
            model.restart();
        });
    }

    private Remedy moreMemory(ByteSize size) {
        return new Remedy(TEXTS.get("remedy.memory", size), () -> {
            model.options().memory(size);
            model.restart();
        });
    }

    /// The machine has ended.
    ///
    /// @param asked somebody wanted so
    void ended(VmHandle vm, VmExit exit, boolean asked) {
        if (asked) {
            live.ended(Phase.OFF, "");
            model.dismiss();
        } else if (exit.reason() == VmExit.Reason.POWERED_OFF) {
            live.ended(Phase.OFF, TEXTS.get("ended.off"));
            model.dismiss();
        } else {
            String words = TEXTS.get("ended.failed", why(exit));
            live.ended(Phase.FAILED, words);
            explained(vm, found -> explain(found, words, TEXTS.get("ended.hint"), again(), showConsole()));
        }
    }

    /// A shell tells of signals as codes above 128.
    private static String why(VmExit exit) {
        boolean signal = exit.code() > 128 && exit.code() < 160;
        return signal ? TEXTS.get("ended.signal", exit.code() - 128) : exit.detail();
    }

    /// The console shows that nothing more will happen, while the machine is still on.
    void fatal(VmHandle vm, BootFailure failure) {
        explained(vm, found -> {
            BootFailure cause = found.stream().findFirst().orElse(failure);
            live.say(TEXTS.get("fatal", cause.reason()));
            explain(found, TEXTS.get("fatal", cause.reason()), cause.fix(), restart(), showConsole());
        });
    }

    private Remedy restart() {
        return new Remedy(TEXTS.get("remedy.restart"), model::restart);
    }

    /// The guest has ended something for want of memory.
    void memory(VmHandle vm) {
        explained(vm, found -> explain(found, TEXTS.get("memory"), TEXTS.get("memory.hint"), restart()));
    }

    private void explained(VmHandle vm, Consumer<List<BootFailure>> then) {
        List<GuestEvent> events = List.copyOf(live.events());
        desk.background()
                .compute(
                        () -> BootExplainer.explain(vm.console().recent(), events).stream()
                                .filter(failure -> !failure.signature().startsWith("silent"))
                                .toList(),
                        found -> {
                            live.failed(found);
                            then.accept(found);
                        },
                        problem -> then.accept(List.of()));
    }

    /// When memory is the cause, the first button gives more of it.
    private void explain(List<BootFailure> found, String text, String hint, Remedy... usual) {
        List<Remedy> remedies = new ArrayList<>(List.of(usual));
        Optional<ByteSize> enough = found.stream().anyMatch(Notices::wantsMemory) ? more() : Optional.empty();
        enough.ifPresent(size -> remedies.addFirst(moreMemory(size)));
        String advice = enough.map(size -> TEXTS.get("memory.advice", size)).orElse(hint);
        model.show(new Notice(Kind.FAILURE, text, advice, details(found), remedies));
    }

    private static boolean wantsMemory(BootFailure failure) {
        return failure.rule().filter(MEMORY_RULE::equals).isPresent()
                && !failure.signature().equals("memory-limit");
    }

    /// What the forecast says, or twice of what was not enough.
    private Optional<ByteSize> more() {
        Optional<ByteSize> comfortable = model.last().flatMap(Running::comfortable);
        Optional<ByteSize> twice = model.last()
                .flatMap(running -> running.options().memory().or(running::comfortable))
                .map(size -> new ByteSize(2 * size.bytes()));
        return twice.map(
                size -> comfortable.filter(enough -> enough.compareTo(size) > 0).orElse(size));
    }

    private static List<String> details(List<BootFailure> found) {
        return found.stream()
                .map(failure -> failure.component().map(name -> name + ": ").orElse("") + failure.reason() + ". "
                        + failure.fix())
                .toList();
    }

    void optionsChanged() {
        model.show(Notice.of(Kind.INFO, TEXTS.get("options.changed"), "", restart()));
    }

    /// It takes long, which need not be a failure.
    void slow(VmHandle vm, Duration after) {
        explained(vm, found -> {
            if (live.phase().get() != Phase.BOOTING) {
                return;
            }
            String starting = live.vitals().get().components().entrySet().stream()
                    .filter(entry -> entry.getValue().state() == Vital.State.STARTING)
                    .map(entry -> entry.getKey()
                            + (entry.getValue().reason().isEmpty()
                                    ? ""
                                    : " (" + entry.getValue().reason() + ")"))
                    .sorted()
                    .limit(5)
                    .collect(Collectors.joining(", "));
            slow = Optional.of(new Notice(
                    Kind.INFO,
                    TEXTS.get("slow", after.toSeconds()),
                    starting.isEmpty() ? TEXTS.get("slow.silent") : TEXTS.get("slow.starting", starting),
                    details(found),
                    List.of(showConsole())));
            slow.ifPresent(model::show);
        });
    }
}
