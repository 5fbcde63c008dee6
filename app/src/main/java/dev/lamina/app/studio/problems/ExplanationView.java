package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.SeverityIcon;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Rule;
import dev.lamina.model.explain.Explanation;
import dev.lamina.model.explain.Explanations;
import dev.lamina.model.value.Capability;
import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One finding in full: what is wrong, what to do, why it matters, and where that is known from.
final class ExplanationView {
    private static final Texts TEXTS = Texts.of(ExplanationView.class);
    private static final Pattern CAPABILITY = Pattern.compile("CAP_[A-Z_]+");

    private final ProblemsViewModel problems;
    private final FixesViewModel fixes;
    private final Desk desk;

    ExplanationView(ProblemsViewModel problems, FixesViewModel fixes, Desk desk) {
        this.problems = problems;
        this.fixes = fixes;
        this.desk = desk;
    }

    Node of(ProblemEntry entry) {
        Finding finding = entry.finding();
        Rule rule = finding.rule();
        Prose first = new Prose();
        first.paragraph(finding.message());
        finding.note().ifPresent(first::muted);
        finding.hint().ifPresent(hint -> first.paragraph(sentence(hint)));
        Prose more = new Prose();
        section(more, "explain.why", rule.why());
        section(more, "explain.todo", rule.fix());
        capabilities(finding.message() + " " + finding.hint().orElse(""), more);
        if (!rule.example().isEmpty()) {
            more.heading(TEXTS.get("explain.found")).code(rule.example(), "bad");
            more.heading(TEXTS.get("explain.better")).code(rule.better(), "good");
        }
        if (!rule.references().isEmpty()) {
            more.heading(TEXTS.get("explain.sources"));
            rule.references().forEach(more::source);
        }
        VBox all = new VBox(head(entry), first.node(), buttons(entry), more.node());
        all.getStyleClass().add("explanation");
        return all;
    }

    private static void section(Prose prose, String title, String text) {
        if (!text.isBlank()) {
            prose.heading(TEXTS.get(title)).paragraph(text);
        }
    }

    private Node head(ProblemEntry entry) {
        Finding finding = entry.finding();
        Label title = new Label(finding.rule().title(), SeverityIcon.of(finding.severity(), 18));
        title.getStyleClass().add("pane-title");
        title.setWrapText(true);
        Label code = new Label(finding.code());
        code.getStyleClass().addAll("mono", "muted");
        Hyperlink place =
                new Hyperlink(TEXTS.get("line", String.valueOf(finding.span().line())));
        place.setAccessibleText(
                TEXTS.get("explain.jump", String.valueOf(finding.span().line())));
        place.setOnAction(event -> problems.jump(entry));
        Label subject = new Label(finding.subject());
        subject.getStyleClass().addAll("mono", "muted");
        subject.setTooltip(new Tooltip(finding.subject()));
        HBox where = new HBox(code, place, subject);
        where.setAlignment(Pos.CENTER_LEFT);
        where.getStyleClass().add("explanation-where");
        return new VBox(title, where);
    }

    private Node buttons(ProblemEntry entry) {
        FlowPane bar = new FlowPane();
        bar.getStyleClass().add("explanation-buttons");
        String blocked = fixes.blocked(entry);
        entry.finding().fix().ifPresent(fix -> {
            Button button = button(TEXTS.get("fix.of", fix.label()), "fix", () -> fixes.fix(entry), blocked);
            button.getStyleClass().add("accent");
            bar.getChildren().add(holder(button, blocked));
        });
        int ofKind = fixes.ofKind(entry);
        if (ofKind > 1) {
            bar.getChildren().add(button(TEXTS.get("button.fixKind", ofKind), "fix", () -> fixes.planKind(entry), ""));
        }
        String never = AllowViewModel.blocked(entry);
        bar.getChildren()
                .add(holder(button(TEXTS.get("button.allow"), "check", () -> fixes.allow(entry), never), never));
        bar.getChildren()
                .add(button(
                        TEXTS.get("button.copy"), "copy", () -> desk.clipboard().put(text(entry)), ""));
        return bar;
    }

    private static Button button(String text, String icon, Runnable does, String blocked) {
        Button button = new Button(text, Icons.of(icon, 14));
        button.setMnemonicParsing(false); // names have underscores
        button.getStyleClass().add("small");
        button.setDisable(!blocked.isEmpty());
        button.setOnAction(event -> does.run());
        return button;
    }

    /// A disabled button shows no tooltip; what is around it does.
    private static Node holder(Button button, String blocked) {
        HBox holder = new HBox(button);
        if (!blocked.isEmpty()) {
            Tooltip.install(holder, new Tooltip(blocked));
            button.setAccessibleHelp(blocked);
        }
        return holder;
    }

    /// A finding as text, to send to somebody.
    static String text(ProblemEntry entry) {
        Finding finding = entry.finding();
        return finding.headline() + "\n"
                + finding.hint().map(hint -> "hint: " + hint + "\n").orElse("");
    }

    private static void capabilities(String text, Prose prose) {
        List<Capability> named = CAPABILITY
                .matcher(text)
                .results()
                .map(result -> Capability.parse(result.group()))
                .flatMap(found -> found.stream())
                .distinct()
                .toList();
        for (Capability capability : named) {
            Explanation explanation = Explanations.capability(capability);
            prose.heading(explanation.title()).paragraph(explanation.summary());
            explanation.attacker().ifPresent(words -> prose.paragraph(TEXTS.get("explain.attacker", words)));
            explanation.need().ifPresent(words -> prose.paragraph(TEXTS.get("explain.need", words)));
        }
    }

    private static String sentence(String hint) {
        String text = Character.toUpperCase(hint.charAt(0)) + hint.substring(1);
        return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
    }
}
