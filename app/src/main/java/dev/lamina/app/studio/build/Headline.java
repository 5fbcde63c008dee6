package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.assembler.format.ImageOutput.OutputFile;
import java.time.Duration;

/// What the head of the pane says.
///
/// @param icon with its tone: `muted`, `accent`, `success`, `warning`, `danger`
/// @param detail in small letters; may be empty
record Headline(String icon, String tone, String title, String detail) {
    private static final Texts TEXTS = Texts.of(Headline.class);

    static Headline of(BuildViewModel model) {
        String name = model.choices().choices().get().name();
        String time = Amounts.time(model.took().get());
        return switch (model.phase().get()) {
            case IDLE -> idle(model, name);
            case BUILDING -> new Headline("build", "accent", TEXTS.get("head.building", name), running(model, time));
            case CANCELLING -> new Headline("stop", "warning", TEXTS.get("head.cancelling"), "");
            case CANCELLED -> new Headline("stop", "warning", TEXTS.get("head.cancelled"), TEXTS.get("head.nothing"));
            case FAILED -> trouble(model, TEXTS.get("head.failed"));
            case DONE ->
                new Headline(
                        "check",
                        model.stale().get() ? "muted" : "success",
                        TEXTS.get("head.done", name, time),
                        model.stale().get() ? TEXTS.get("head.stale") : files(model));
        };
    }

    private static Headline idle(BuildViewModel model, String name) {
        return model.trouble().get().isPresent()
                ? trouble(model, TEXTS.get("head.cannot"))
                : new Headline("build", "muted", TEXTS.get("head.idle", name), TEXTS.get("head.idle.words"));
    }

    private static Headline trouble(BuildViewModel model, String title) {
        return new Headline(
                "severity-error",
                "danger",
                title,
                model.trouble().get().map(Headline::words).orElse(""));
    }

    private static String words(Trouble trouble) {
        String more = trouble.more() == 0 ? "" : " " + TEXTS.get("head.more", trouble.more());
        return trouble.words() + more;
    }

    private static String running(BuildViewModel model, String time) {
        double fraction = model.fraction().get();
        String percent = fraction < 0 ? "" : Amounts.percent(fraction);
        return model.rest()
                .get()
                .map((Duration rest) -> TEXTS.get("head.rest", percent, time, Amounts.time(rest)))
                .orElseGet(() -> fraction < 0 ? time : TEXTS.get("head.percent", percent, time));
    }

    private static String files(BuildViewModel model) {
        long bytes = model.files().get().stream().mapToLong(OutputFile::size).sum();
        return TEXTS.get("head.files", Amounts.bytes(bytes), model.files().get().size());
    }
}
