package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.files.Workbench;
import dev.lamina.app.studio.quickadd.Entries;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.Offer;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What the views of all documents of a window share.
///
/// @param entries what can be added by typing its name
/// @param added is told what was added so
/// @param sideFile gives a document that is not saved yet what says on which machine it is run
/// @param doctor looks at this computer
record Setting(
        Desk desk,
        Workbench workbench,
        Preferences preferences,
        Entries entries,
        Consumer<Offer> added,
        BiConsumer<OpenDocument, String> sideFile,
        Runnable doctor) {}
