package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.SeverityIcon;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.Severity;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/// What is shown of the problems, how strict reviews are, and the way to mend all.
final class ProblemsToolbar {
    private static final Texts TEXTS = Texts.of(ProblemsToolbar.class);

    private final ProblemsViewModel problems;
    private final FixesViewModel fixes;
    private final TextField query = new TextField();
    private final FlowPane bar = new FlowPane();

    ProblemsToolbar(ProblemsViewModel problems, FixesViewModel fixes) {
        this.problems = problems;
        this.fixes = fixes;
        HBox severities = new HBox();
        severities.setAlignment(Pos.CENTER_LEFT);
        severities.getStyleClass().add("problem-severities");
        List.of(Severity.values()).forEach(severity -> severities.getChildren().add(toggle(severity)));
        bar.getStyleClass().add("problem-toolbar");
        bar.setRowValignment(VPos.CENTER);
        bar.getChildren().addAll(filter(), severities, grouping(), profile(), allowed(), fixAll());
    }

    Node node() {
        return bar;
    }

    private Node filter() {
        query.setPromptText(TEXTS.get("filter.prompt"));
        query.setAccessibleText(TEXTS.get("filter"));
        query.getStyleClass().addAll("small", "problem-filter");
        query.textProperty()
                .subscribe(
                        words -> problems.filter().set(problems.filter().get().query(words)));
        problems.filter().subscribe(now -> query.setText(now.query()));
        HBox box = new HBox(Icons.of("filter", 14), query);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("problem-filter-box");
        return box;
    }

    private Node toggle(Severity severity) {
        ToggleButton button = new ToggleButton("", SeverityIcon.of(severity, 14));
        button.getStyleClass().add("problem-toggle");
        button.setSelected(true);
        button.selectedProperty()
                .subscribe(
                        shown -> problems.filter().set(problems.filter().get().show(severity, shown)));
        Tooltip help = new Tooltip();
        button.setTooltip(help);
        Runnable show = () -> {
            int count = problems.summary().get().count(severity);
            boolean hidden = problems.filter().get().hidden().contains(severity);
            button.setSelected(!hidden);
            button.setText(String.valueOf(count));
            button.setVisible(count > 0 || hidden);
            button.setManaged(count > 0 || hidden);
            String words = TEXTS.get(
                    hidden ? "toggle.hidden" : "toggle.shown", TEXTS.get("severity." + severity.text()), count);
            button.setAccessibleText(words);
            help.setText(words + "\n" + TEXTS.get("meaning." + severity.text()));
        };
        problems.summary().subscribe(now -> show.run());
        problems.filter().subscribe(now -> show.run());
        return button;
    }

    private Node grouping() {
        ComboBox<Grouping> box = choice("grouping", List.of(Grouping.values()));
        box.valueProperty().bindBidirectional(problems.grouping());
        return box;
    }

    private Node profile() {
        ComboBox<Profile> box = choice("profile", List.of(Profile.values()));
        box.valueProperty().bindBidirectional(problems.session().profile());
        Tooltip help = new Tooltip(TEXTS.get("profile.help"));
        help.setWrapText(true);
        help.setMaxWidth(420);
        box.setTooltip(help);
        box.setAccessibleHelp(TEXTS.get("profile.help"));
        return box;
    }

    /// @param key of its name in the texts, and before a dot of its values
    private static <T extends Enum<T>> ComboBox<T> choice(String key, List<T> values) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.getStyleClass().add("small");
        box.setAccessibleText(TEXTS.get(key));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : TEXTS.get(key + "." + value.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nobody can type here");
            }
        });
        return box;
    }

    private Node allowed() {
        ToggleButton button = new ToggleButton();
        button.getStyleClass().add("problem-toggle");
        button.setTooltip(new Tooltip(TEXTS.get("allowed.help")));
        button.selectedProperty()
                .subscribe(
                        shown -> problems.filter().set(problems.filter().get().allowed(shown)));
        problems.summary().subscribe(summary -> {
            button.setText(TEXTS.get("allowed", summary.allowed()));
            button.setVisible(summary.allowed() > 0);
            button.setManaged(summary.allowed() > 0);
        });
        return button;
    }

    private Node fixAll() {
        Button button = new Button("", Icons.of("fix", 14));
        button.getStyleClass().add("small");
        button.setOnAction(event -> fixes.planAll());
        Tooltip help = new Tooltip();
        HBox holder = new HBox(button); // for its tooltip: a disabled button has no tooltip
        Tooltip.install(holder, help);
        problems.summary().subscribe(summary -> {
            boolean none = summary.fixable() == 0;
            button.setDisable(none);
            button.setText(none ? TEXTS.get("fixAll.none") : TEXTS.get("fixAll", summary.fixable()));
            help.setText(TEXTS.get(none ? "fixAll.blocked" : "fixAll.help"));
        });
        return holder;
    }
}
