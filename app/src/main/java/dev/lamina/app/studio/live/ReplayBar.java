package dev.lamina.app.studio.live;

import static dev.lamina.app.studio.live.LiveWords.TEXTS;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.live.ReplayViewModel.Pace;
import dev.lamina.app.studio.look.Icons;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/// The controls of a replay.
public final class ReplayBar {
    private final ReplayViewModel model;
    private final HBox bar = new HBox(6);

    public ReplayBar(ReplayViewModel model) {
        this.model = model;
        Button play = button("run", "replay.play", model::toggle);
        model.playing().subscribe(playing -> {
            play.setGraphic(Icons.of(playing ? "pause" : "run", 14));
            play.setText(TEXTS.get(playing ? "replay.pause" : "replay.play"));
        });
        Button back = button("left", "replay.back", () -> model.step(-1));
        back.setText("");
        Button on = button("right", "replay.on", () -> model.step(1));
        on.setText("");
        Button end = button("close", "replay.end", model::end);
        end.visibleProperty().bind(model.active());
        Label words = new Label();
        words.textProperty().bind(model.words());
        words.setMinWidth(0);
        words.getStyleClass().add("muted");
        Tooltip full = new Tooltip();
        full.textProperty().bind(model.words());
        words.setTooltip(full);
        HBox.setHgrow(words, Priority.ALWAYS);
        bar.getChildren().addAll(play, back, on, slider(), pace(), end, words);
        bar.getStyleClass().add("replay");
    }

    private Button button(String icon, String key, Runnable task) {
        Button button = new Button(TEXTS.get(key), Icons.of(icon, 14));
        button.setTooltip(new Tooltip(TEXTS.get(key)));
        button.setAccessibleText(TEXTS.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add("small");
        button.setOnAction(event -> task.run());
        return button;
    }

    private Slider slider() {
        Slider slider = new Slider();
        slider.setBlockIncrement(1);
        slider.setPrefWidth(160);
        slider.setAccessibleText(TEXTS.get("replay.slider"));
        slider.maxProperty().bind(model.count());
        slider.disableProperty().bind(model.active().not());
        model.at().subscribe(at -> slider.setValue(at.doubleValue()));
        slider.valueProperty().subscribe(value -> {
            int wanted = (int) Math.round(value.doubleValue());
            if (model.active().get() && wanted != model.at().get()) {
                model.goTo(wanted);
            }
        });
        return slider;
    }

    private ChoiceBox<Pace> pace() {
        ChoiceBox<Pace> choice = new ChoiceBox<>();
        choice.getItems().setAll(Pace.values());
        choice.getStyleClass().add("small");
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Pace pace) {
                return pace == null ? "" : TEXTS.get("replay.pace." + Texts.word(pace));
            }

            @Override
            public Pace fromString(String text) {
                return Pace.SLOW;
            }
        });
        choice.valueProperty().bindBidirectional(model.pace());
        choice.setAccessibleText(TEXTS.get("replay.pace"));
        return choice;
    }

    public Node node() {
        return bar;
    }
}
