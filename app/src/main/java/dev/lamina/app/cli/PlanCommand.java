package dev.lamina.app.cli;

import dev.lamina.assembler.oci.ImageProvider.Pending;
import dev.lamina.assembler.plan.BuildPlan;
import dev.lamina.assembler.plan.Step;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lamina plan`.
@Command(
        name = "plan",
        header = "Show what a build would do.",
        description = {
            "One line a step: images to get, parts of the initial ramdisk with their keys, files to write.",
            "What is done already says so. Fetches nothing and writes no image."
        },
        footer = {"", "Examples:", "  lamina plan web.yml", "  lamina plan --json --arch arm64 web.yml"})
final class PlanCommand implements Callable<Integer> {
    private static final int SHORT_KEY = 12;

    private final Session session;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    final BuildOptions build = new BuildOptions();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            split = ",",
            description = "As for build (default: kernel+initrd).")
    @Nullable
    List<String> formats;

    PlanCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<String> given = formats != null ? formats : List.of("kernel+initrd");
        List<String> wanted = FormatNames.checked(given, Objects.requireNonNull(spec));
        BuildPlan plan = build.operations(session)
                .assembly()
                .plan(build.request(session, wanted, Optional.empty(), Path.of(".")));
        if (session.options().json) {
            plan.steps().forEach(step -> session.out().println(Json.line(json(step))));
            return 0;
        }
        Table table = new Table("llrl");
        plan.steps().forEach(step -> add(table, step));
        session.out().print(table.text());
        if (plan.image().isEmpty()) {
            session.out().println("then the parts of the image, which are known when its images are here");
        }
        return 0;
    }

    private static void add(Table table, Step step) {
        switch (step) {
            case Step.ProvideImage image ->
                table.row(
                        "image",
                        image.image().name(),
                        image.pending().map(PlanCommand::download).orElse(""),
                        image.pending().map(Pending::what).orElse("in the store"));
            case Step.MakeSegment segment ->
                table.row(
                        "compress",
                        segment.label(),
                        Bytes.text(segment.contentBytes()),
                        segment.key().hex().substring(0, SHORT_KEY)
                                + (segment.cached()
                                        ? "  cached, "
                                                + Bytes.text(
                                                        segment.cachedBytes().getAsLong())
                                        : ""));
            case Step.WriteFormat write -> table.row("write", write.format(), "", String.join(" ", write.files()));
        }
    }

    private static String download(Pending pending) {
        return pending.downloadBytes() == 0 ? "" : Bytes.text(pending.downloadBytes());
    }

    private static Map<String, Object> json(Step step) {
        Map<String, Object> object = new LinkedHashMap<>();
        switch (step) {
            case Step.ProvideImage image -> {
                object.put("step", "image");
                object.put("image", image.image().name());
                object.put("present", image.pending().isEmpty());
                object.put("pending", image.pending().map(Pending::what));
                object.put("downloads", image.pending().map(pending -> (long) pending.downloads()));
                object.put("downloadBytes", image.pending().map(Pending::downloadBytes));
            }
            case Step.MakeSegment segment -> {
                object.put("step", "compress");
                object.put("component", segment.label());
                object.put("key", segment.key().toString());
                object.put("bytes", segment.contentBytes());
                object.put("cached", segment.cached());
                object.put("compressedBytes", segment.cachedBytes());
            }
            case Step.WriteFormat write -> {
                object.put("step", "write");
                object.put("format", write.format());
                object.put("files", write.files());
            }
        }
        return object;
    }
}
