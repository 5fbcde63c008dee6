package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.base.RunningJob;
import dev.lamina.app.studio.doctor.DoctorView;
import dev.lamina.app.studio.drop.DropHintView;
import dev.lamina.app.studio.drop.DropReader;
import dev.lamina.app.studio.drop.DropTarget;
import dev.lamina.app.studio.drop.DropViewModel;
import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.files.Workbench;
import dev.lamina.app.studio.palette.PaletteView;
import dev.lamina.app.studio.quickadd.Entry;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.Gestures;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.app.studio.tour.TourView;
import dev.lamina.app.studio.tour.TourViewModel;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.DoubleBinding;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Everything in the window.
public final class MainView {
    /// The share of the window that the palette has, at the usual size of letters.
    private static final double PALETTE = 0.17;

    /// However large the letters are.
    private static final double WIDEST = 0.34;

    private final Workbench workbench;
    private final Preferences preferences;
    private final StackPane root = new StackPane();
    private final StackPane middle = new StackPane();
    private final SplitPane split = new SplitPane();
    private final Menus menus = new Menus();
    private final ShellActions shellActions;
    private final ToolStrip tools;
    private final MessageBar message = new MessageBar();
    private final OfferingBar offering = new OfferingBar();
    private final List<Action> files;
    private final StatusBar status;
    private Optional<StartPage> start = Optional.empty();
    private final DocumentTabs tabs;
    private final PaletteView palette;
    private final TourViewModel tour;
    private final Overlay<TourView> guide;

    /// Held here, as it works only while somebody holds it.
    @SuppressWarnings("UnusedVariable")
    private final PopupScale popups;

    private List<Action> actions = List.of();

    /// @param files what can be done with files
    /// @param drops knows what the desktop drops
    /// @param jobs what goes on in the background
    public MainView(
            Desk desk,
            Workbench workbench,
            List<Action> files,
            DropReader drops,
            Preferences preferences,
            ObservableList<RunningJob> jobs) {
        this.workbench = workbench;
        this.files = List.copyOf(files);
        this.preferences = preferences;
        Overlay<CommandPalette> commands =
                new Overlay<>(root, () -> new CommandPalette(() -> actions), CommandPalette::node);
        Overlay<KeysPage> keys = new Overlay<>(root, () -> new KeysPage(() -> actions), KeysPage::node);
        Overlay<AboutPage> about =
                new Overlay<>(root, () -> new AboutPage(desk.operations().home(), desk.clipboard()), AboutPage::node);
        DoctorView doctor = new DoctorView(desk);
        this.tour = new TourViewModel(workbench, () -> workbench.start().create("minimal"));
        this.guide = new Overlay<>(root, () -> new TourView(tour), TourView::node);
        this.shellActions = new ShellActions(
                preferences,
                new Showing(
                        () -> commands.get().show(),
                        () -> keys.get().show(),
                        this::nextPart,
                        this::tour,
                        this::learn,
                        () -> about.get().show()),
                doctor.actions());
        this.tools = new ToolStrip(preferences, shellActions);
        this.status = new StatusBar(new Jobs(jobs).node());
        this.palette = new PaletteView(desk, this::add);
        this.tabs = new DocumentTabs(
                new Setting(desk, workbench, preferences, this::entries, palette::used, this::adopt, doctor::open));
        workbench.prepareBy(tabs::prepare);
        workbench.endBeforeClosing((document, then) -> tabs.view(document).endThen(then));
        BorderPane window = new BorderPane(split);
        window.setTop(new VBox(menus.bar(), tools.node(), message.node(), offering.node()));
        window.setBottom(status.node());
        DropViewModel dropped = new DropViewModel(desk, drops, new Drops(workbench, palette, message));
        DropTarget.install(root, dropped, tabs::placeAt);
        root.getChildren().addAll(window, doctor.node());
        Overlay<DropHintView> hint = new Overlay<>(root, () -> new DropHintView(dropped), DropHintView::node);
        dropped.hint().subscribe(words -> {
            if (!words.isEmpty()) {
                hint.get();
            }
        });
        root.getStyleClass().add("studio");
        DoubleBinding letters = preferences.letters();
        SplitPane.setResizableWithParent(palette.node(), false);
        preferences.palette().subscribe(this::arrange);
        preferences.scale().subscribe(this::arrange);
        arrange();
        letters.subscribe(pixels -> root.setStyle("-fx-font-size: " + pixels + "px;"));
        preferences.presenting().subscribe(this::present);
        root.addEventFilter(KeyEvent.KEY_PRESSED, new PresenterKeys(preferences.presenting(), this::step)::pressed);
        root.addEventHandler(KeyEvent.KEY_PRESSED, new KeysWithoutMenu(() -> actions)::pressed);
        popups = new PopupScale(root, letters);
        new Browsing(desk, address -> desk.operations().openOutside().link(URI.create(address)), message::show)
                .install(root);
        workbench.current().subscribe(this::show);
        workbench.arrivals().expected().subscribe(() -> {
            if (workbench.current().get().isEmpty()) {
                show(Optional.empty());
            }
        });
    }

    private void adopt(OpenDocument document, String sideFile) {
        tabs.view(document).adopt(sideFile);
    }

    /// Lessons stand beside a document; there is one to begin with.
    private void learn() {
        preferences.lessons().set(!preferences.lessons().get());
        if (workbench.current().get().isEmpty()) {
            workbench.start().create("minimal");
        }
    }

    /// Offers the tour to those who are here for the first time.
    public void welcome() {
        if (!preferences.toured().get()) {
            preferences.toured().set(true);
            tour();
        }
    }

    /// Whether all is seen that was to be opened.
    public boolean isComplete() {
        return !workbench.arrivals().expected().get()
                && (workbench.current().get().isEmpty() || tabs.isShown());
    }

    private void tour() {
        guide.get();
        tour.begin();
    }

    private void nextPart() {
        List<Node> parts = new ArrayList<>(List.of(palette.node()));
        workbench
                .current()
                .get()
                .ifPresent(document -> parts.addAll(tabs.view(document).parts()));
        Round.next(parts, root.getScene().getFocusOwner());
    }

    private void present(boolean now) {
        arrange();
        status.node().setVisible(!now);
        status.node().setManaged(!now);
        menus.bar().setVisible(!now);
        menus.bar().setManaged(!now);
    }

    private void step(int by) {
        workbench.current().get().ifPresent(document -> tabs.view(document).step(by));
    }

    /// What the palette has, for those who type.
    private List<Entry> entries(String query, Optional<Lane> lane) {
        return palette.find(query, lane).stream()
                .map(entry -> Entry.of(entry.icon(), entry.summary(), entry.offer()))
                .toList();
    }

    private Optional<Action> file(String id) {
        return files.stream().filter(action -> action.id().equals(id)).findFirst();
    }

    private void arrange() {
        if (preferences.palette().get() && !preferences.presenting().get()) {
            split.getItems().setAll(palette.node(), middle);
            split.setDividerPositions(Math.min(PALETTE * preferences.scale().get(), WIDEST));
        } else {
            split.getItems().setAll(middle);
        }
    }

    private void show(Optional<OpenDocument> current) {
        List<Action> now = new ArrayList<>(files);
        offering.follow(current);
        if (current.isPresent()) {
            DocumentView view = tabs.view(current.get());
            tabs.select(current.get());
            middle.getChildren().setAll(tabs.node());
            now.addAll(view.actions());
            message.follow(current.get().session().message());
            status.follow(Optional.of(current.get().session()), view.status());
        } else {
            // Nothing instead of documents that are on their way.
            middle.getChildren().setAll(workbench.arrivals().expected().get() ? List.of() : List.of(start().node()));
            message.follow(workbench.message());
            status.follow(Optional.empty(), List.of());
        }
        now.addAll(palette.actions());
        now.addAll(shellActions.all());
        actions = List.copyOf(now);
        menus.show(actions);
        tools.show(actions, current.map(document -> tabs.view(document).runState()));
    }

    /// Made when it is seen first.
    private StartPage start() {
        StartPage page = start.orElseGet(() -> new StartPage(workbench.start(), file("file.open"), file("file.new")));
        start = Optional.of(page);
        return page;
    }

    /// Adds to the document in front, or to a new one when there is none.
    private void add(Offer offer) {
        if (workbench.current().get().isEmpty()) {
            workbench.create("");
        }
        workbench.current().get().ifPresent(document -> document.session().apply(shown -> Gestures.add(shown, offer)));
    }

    public Parent root() {
        return root;
    }
}
