package dev.lamina.app.cli;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.operation.ShowMounts;
import dev.lamina.app.operation.ShowMounts.Mounts;
import dev.lamina.model.check.Profile;
import dev.lamina.model.problem.InvalidCompositionException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `lamina mounts`.
@Command(
        name = "mounts",
        header = "Show what is mounted where, as the kernel will see it.",
        description = {
            "For the system and each of its containers a tree of mounts: the type, the source, the options,",
            "which way later mounts spread (shared: both ways, slave: into the container, private: not at all),",
            "and who asks for it. Below a mount stands what to know of it: that its source will not exist, or",
            "what it hides. Nothing is fetched or built: what is not known of images that are not in the store",
            "is left out."
        },
        footer = {
            "",
            "Examples:",
            "  lamina mounts web.yml",
            "  lamina mounts web.yml sshd",
            "  lamina mounts --json web.yml"
        })
final class MountsCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final ReviewOptions options = new ReviewOptions();

    @Parameters(index = "0", paramLabel = "FILE", description = "A YAML file; - is standard input.")
    String file = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "Only the containers of that name.")
    @Nullable
    String name;

    MountsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Reviewed reviewed = options.review(List.of(file), Profile.BASELINE, session);
        if (!reviewed.read().problems().isEmpty()) {
            throw new InvalidCompositionException(reviewed.read().problems());
        }
        ShowMounts show = new ShowMounts(reviewed.system());
        Mounts mounts = name == null ? show.all() : show.named(name);
        MountText text = new MountText(reviewed.read().sources());
        if (session.options().json) {
            mounts.root().ifPresent(root -> session.out().println(Json.line(text.system(root))));
            mounts.containers().forEach(each -> session.out().println(Json.line(text.container(each))));
        } else {
            session.out().print(text.of(mounts));
        }
        return 0;
    }
}
