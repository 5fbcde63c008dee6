package dev.lamina.app.cli;

import dev.lamina.app.operation.CatalogueLibrary;
import dev.lamina.app.operation.CatalogueLibrary.Listed;
import dev.lamina.app.operation.UpdateCatalogue.Updated;
import dev.lamina.assembler.catalogue.CatalogueImages;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.model.value.Arch;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lamina catalogue`: groups the commands below it.
@Command(
        name = "catalogue",
        header = "Work with the built-in components, and with your own.",
        description = {
            "Images of the built-in ones are called lamina/NAME, and are made of Debian packages when they are",
            "needed. Your own are called local/NAME; the guide tells how to describe them."
        },
        footer = {"", "Examples:", "  lamina catalogue ls", "  lamina catalogue show sshd", "  lamina catalogue fetch"})
final class CatalogueCommand {

    /// The options that those share which deal with images.
    static final class Which {
        @Mixin
        final ArchOption arch = new ArchOption();

        @Mixin
        final StoreOption store = new StoreOption();

        @Mixin
        final ComponentsOption components = new ComponentsOption();

        Arch arch(Session session) {
            return arch.get(session);
        }

        CatalogueLibrary library(Session session) {
            return components.of(store.operations(session), session).catalogue();
        }
    }

    /// `lamina catalogue ls`.
    @Command(
            name = "ls",
            header = "List the components.",
            footer = {"", "Examples:", "  lamina catalogue ls", "  lamina catalogue ls --json"})
    static final class Ls implements Callable<Integer> {
        private final Session session;

        @Mixin
        final Which which = new Which();

        @Option(names = "--markdown", description = "Print all that is known of them, as a page in Markdown.")
        boolean markdown;

        Ls(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            if (markdown) {
                session.out().print(CatalogueMarkdown.of(which.library(session).components()));
                return 0;
            }
            List<Listed> components = which.library(session).list(which.arch(session));
            if (session.options().json) {
                components.forEach(listed -> session.out().println(Json.line(json(listed))));
                return 0;
            }
            Table table = new Table("llll").row("IMAGE", "SECTION", "STORED", "SUMMARY");
            components.forEach(listed -> table.row(
                    listed.component().reference(),
                    listed.component().section().toString(),
                    listed.image().isPresent() ? "yes" : "no",
                    listed.component().summary()));
            session.out().print(table.text());
            return 0;
        }

        private static Map<String, Object> json(Listed listed) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("image", listed.component().reference());
            object.put("section", listed.component().section().toString());
            object.put("stored", listed.image().isPresent());
            object.put("summary", listed.component().summary());
            return object;
        }
    }

    /// `lamina catalogue show`.
    @Command(
            name = "show",
            header = "Tell what a component is, and what it may do.",
            footer = {"", "Examples:", "  lamina catalogue show sshd", "  lamina catalogue show --arch arm64 kernel"})
    static final class Show implements Callable<Integer> {
        private final Session session;

        @Mixin
        final Which which = new Which();

        @Parameters(paramLabel = "NAME", description = "A component, with or without lamina/ or local/ in front.")
        String name = "";

        Show(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            ComponentText text = new ComponentText(which.library(session).show(name, which.arch(session)));
            session.print(text::text, text::json);
            return 0;
        }
    }

    /// `lamina catalogue fetch`.
    @Command(
            name = "fetch",
            header = "Make images of components.",
            description = "Without a name those of all components. Afterwards they can be used without a network.",
            footer = {
                "",
                "Examples:",
                "  lamina catalogue fetch",
                "  lamina catalogue fetch --arch arm64 kernel init runtime"
            })
    static final class Fetch implements Callable<Integer> {
        private final Session session;

        @Mixin
        final Which which = new Which();

        @Option(names = "--locked", description = "Refuse packages that are not exactly those of the lock.")
        boolean locked;

        @Parameters(
                paramLabel = "NAME",
                arity = "0..*",
                description = "Components, with or without lamina/ or local/ in front.")
        List<String> names = List.of();

        Fetch(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            List<StoredImage> images;
            try (ProgressView progress = session.progress()) {
                images = which.library(session).fetch(names, which.arch(session), locked, progress.reporter());
            }
            if (session.options().json) {
                images.forEach(image -> session.out().println(Json.line(json(image))));
                return 0;
            }
            Table table = new Table("llrl").row("IMAGE", "ARCH", "SIZE", "LOCKED");
            images.forEach(image -> table.row(
                    image.ref().name(),
                    image.arch().ociName(),
                    Bytes.text(image.size()),
                    isLocked(image) ? "yes" : "no"));
            session.out().print(table.text());
            return 0;
        }

        private static boolean isLocked(StoredImage image) {
            return Boolean.parseBoolean(image.annotations().get(CatalogueImages.LOCKED));
        }

        private static Map<String, Object> json(StoredImage image) {
            Map<String, Object> object = StoredImages.json(image);
            object.put("locked", isLocked(image));
            return object;
        }
    }

    /// `lamina catalogue update`.
    @Command(
            name = "update",
            header = "Pin the current versions of Debian's packages.",
            description = {
                "In a folder of your own components: writes ARCH.lock for packages that the built-in ones do not",
                "have. In Lamina's source tree: renews the locks of the built-in components, which the next build",
                "takes in."
            },
            footer = {"", "Examples:", "  lamina catalogue update --dir components", "  lamina catalogue update"})
    static final class Update implements Callable<Integer> {
        private final Session session;

        @Option(
                names = {"-d", "--dir"},
                paramLabel = "DIR",
                defaultValue = ".",
                description = "Your components, or Lamina's source tree (default: this folder).")
        Path dir = Path.of(".");

        Update(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            List<Updated> updated;
            try (ProgressView progress = session.progress()) {
                Path tree = session.environment().directory().resolve(dir);
                updated = session.operations().updateCatalogue().update(tree.normalize(), progress.reporter());
            }
            updated.forEach(lock -> LockChanges.print(session, lock));
            return 0;
        }
    }
}
