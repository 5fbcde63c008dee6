package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.base.BrowseEvent;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.model.problem.LaminaException;
import java.util.function.Consumer;
import javafx.scene.Node;

/// Opens addresses in the browser of the desktop, and copies them.
final class Browsing {
    private static final Texts TEXTS = Texts.of(Browsing.class);

    private final Desk desk;
    private final Consumer<String> opener;
    private final Consumer<String> say;

    /// @param opener opens an address; called in the background
    /// @param say tells the user what happened
    Browsing(Desk desk, Consumer<String> opener, Consumer<String> say) {
        this.desk = desk;
        this.opener = opener;
        this.say = say;
    }

    /// From now on for all links in a node.
    void install(Node root) {
        root.addEventHandler(BrowseEvent.OPEN, event -> open(event.address()));
        root.addEventHandler(
                BrowseEvent.COPY, event -> copy(event.address(), TEXTS.get("browse.copied", event.address())));
    }

    private void open(String address) {
        desk.background()
                .aside(
                        () -> {
                            opener.accept(address);
                            return address;
                        },
                        opened -> {},
                        problem -> copy(address, words(problem, address)));
    }

    private static String words(Exception problem, String address) {
        String hint = problem instanceof LaminaException known ? known.hint().orElse("") : "";
        return TEXTS.get("browse.failed", String.valueOf(problem.getMessage()), address, hint)
                .strip();
    }

    private void copy(String address, String words) {
        desk.clipboard().put(address);
        say.accept(words);
    }
}
