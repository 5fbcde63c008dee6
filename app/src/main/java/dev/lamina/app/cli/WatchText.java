package dev.lamina.app.cli;

import dev.lamina.app.operation.WatchVm.Told;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `lamina run --watch` says between two machines, in words and as JSON.
final class WatchText {
    private WatchText() {}

    static List<String> lines(Told told) {
        return switch (told) {
            case Told.Changed changed -> List.of("changed: " + String.join(", ", changed.what()));
            case Told.Unchanged unchanged -> List.of("saved; the system is the same, and goes on");
            case Told.Refused refused -> refused(refused);
            case Told.Started started ->
                List.of("built in " + seconds(started.built()) + "; "
                        + started.vm().name() + " boots (" + started.vm().accelerator() + ")");
            case Told.Ready ready -> List.of(ready(ready));
            case Told.NotReady failed -> problem("not ready: ", failed.problem());
            case Told.Ended ended ->
                List.of("the machine has ended: " + ended.exit().detail() + "; it starts again after the next change");
        };
    }

    private static String ready(Told.Ready ready) {
        String boot = "ready after " + seconds(ready.boot());
        return ready.sinceSave().isZero() ? boot : boot + ", " + seconds(ready.sinceSave()) + " after the change";
    }

    private static List<String> refused(Told.Refused refused) {
        List<String> lines = new ArrayList<>(problem("", refused.problem()));
        lines.add(
                refused.goesOn()
                        ? "the machine before goes on; save again to try again"
                        : "nothing runs now; save again to try again");
        return lines;
    }

    private static List<String> problem(String prefix, LaminaException problem) {
        List<String> lines = new ArrayList<>();
        if (problem instanceof InvalidCompositionException invalid) {
            invalid.problems().forEach(each -> add(lines, each));
        } else {
            Printable.lines(String.valueOf(problem.getMessage())).lines().forEach(line -> lines.add(prefix + line));
            problem.hint().ifPresent(hint -> lines.add("hint: " + Printable.text(hint)));
        }
        return lines;
    }

    private static void add(List<String> lines, Problem problem) {
        lines.add(Printable.text(problem.headline()));
        problem.hint().ifPresent(hint -> lines.add("hint: " + Printable.text(hint)));
    }

    private static String seconds(Duration time) {
        return Bytes.seconds(time.toMillis() / 1e3);
    }

    static Map<String, Object> json(Told told) {
        Map<String, Object> object = new LinkedHashMap<>();
        switch (told) {
            case Told.Changed changed -> object.put("changed", changed.what());
            case Told.Unchanged unchanged -> object.put("changed", List.of());
            case Told.Refused refused -> {
                object.put("refused", String.join("\n", problem("", refused.problem())));
                object.put("goesOn", refused.goesOn());
            }
            case Told.Started started -> {
                object.put("machine", started.vm().name());
                object.put("accelerator", started.vm().accelerator());
                object.put("builtSeconds", Seconds.number(started.built()));
                object.put("consoleLog", started.vm().console().log());
            }
            case Told.Ready ready -> {
                object.put("readySeconds", Seconds.number(ready.boot()));
                if (!ready.sinceSave().isZero()) {
                    object.put("sinceSaveSeconds", Seconds.number(ready.sinceSave()));
                }
            }
            case Told.NotReady failed -> object.put("notReady", String.join("\n", problem("", failed.problem())));
            case Told.Ended ended -> object.put("ended", ended.exit().detail());
        }
        return object;
    }
}
