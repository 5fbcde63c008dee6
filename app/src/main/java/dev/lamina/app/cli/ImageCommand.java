package dev.lamina.app.cli;

import dev.lamina.app.operation.ImageLibrary;
import dev.lamina.model.value.ImageRef;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `lamina image`: groups the commands below it.
@Command(
        name = "image",
        header = "Work with the images in the store.",
        footer = {
            "",
            "Examples:",
            "  lamina image import web.tar",
            "  lamina image ls",
            "  lamina image export web -o web.tar"
        })
final class ImageCommand {

    /// `lamina image ls`.
    @Command(
            name = "ls",
            header = "List the images.",
            footer = {"", "Examples:", "  lamina image ls", "  lamina image ls --json"})
    static final class Ls implements Callable<Integer> {
        private final Session session;

        @Mixin
        final StoreOption store = new StoreOption();

        Ls(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            StoredImages.print(session, store.operations(session).images().list());
            return 0;
        }
    }

    /// `lamina image rm`.
    @Command(
            name = "rm",
            header = "Take names away.",
            description = "The files of an image stay in the store until 'lamina image prune'.",
            footer = {"", "Examples:", "  lamina image rm docker.io/library/redis:7"})
    static final class Rm implements Callable<Integer> {
        private final Session session;

        @Mixin
        final StoreOption store = new StoreOption();

        @Parameters(paramLabel = "REF", arity = "1..*", description = "Names of images.")
        List<String> images = List.of();

        Rm(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            ImageLibrary library = store.operations(session).images();
            images.forEach(image -> library.remove(ImageRef.parse(image)));
            return 0;
        }
    }
}
