package dev.lamina.app.cli;

import dev.lamina.app.operation.BenchMemory;
import dev.lamina.app.operation.BenchMemory.Try;
import dev.lamina.app.operation.DiskRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lamina bench memory`.
@Command(
        name = "memory",
        header = "Find out with how little memory a system boots.",
        description = {
            "Boots it again and again with more or less memory, until 4 MiB decide between ready and not. Ready",
            "is a system that says so and whose containers have all started; what services need later is not",
            "known."
        },
        footer = {
            "",
            "Examples:",
            "  lamina bench memory examples/minimal.yml",
            "  lamina bench memory --mem 1G big.yml",
            "  lamina bench memory --disk size=1G examples/redis.yml"
        })
final class BenchMemoryCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    BenchedSystem system = new BenchedSystem();

    @Option(
            names = "--disk",
            paramLabel = "DISK",
            converter = Values.OfDisk.class,
            description = "A disk, as 'lamina run' takes it. What the first boot writes is there for the others.")
    List<DiskRequest> disks = List.of();

    BenchMemoryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        BenchMemory.Result result = measure();
        session.print(() -> text(result), () -> json(result));
        return 0;
    }

    private BenchMemory.Result measure() throws IOException, InterruptedException {
        BenchMemory.Request request = new BenchMemory.Request(
                system.source(), system.machine.options(session.environment()).withDisks(disks));
        try (ProgressView progress = session.progress()) {
            return system.operations(session).benchMemory().run(request, session.in(), progress.reporter());
        }
    }

    static String text(BenchMemory.Result result) {
        List<String> lines = new ArrayList<>();
        lines.add(result.name() + ", " + result.arch() + ", " + result.accelerator() + ": ready with " + result.mib()
                + " MiB");
        for (Try attempt : result.tries()) {
            lines.add("  " + attempt.mib() + " MiB: "
                    + attempt.ready()
                            .map(after -> "ready after " + Seconds.text(after) + " s")
                            .orElse("not ready"));
        }
        return String.join("\n", lines);
    }

    static Map<String, Object> json(BenchMemory.Result result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("bench", "memory");
        object.put("name", result.name());
        object.put("arch", result.arch());
        object.put("accelerator", result.accelerator());
        object.put("mib", result.mib());
        List<Map<String, Object>> tries = new ArrayList<>();
        for (Try attempt : result.tries()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("mib", attempt.mib());
            attempt.ready().ifPresent(after -> each.put("ready", Seconds.number(after)));
            tries.add(each);
        }
        object.put("tries", tries);
        return object;
    }
}
