package dev.lamina.app.studio.session;

import dev.lamina.app.operation.Operations;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.ClipboardText;
import java.time.Clock;

/// What every feature of a window may use.
public record Desk(
        Operations operations, Background background, ClipboardText clipboard, Dragging dragging, Clock clock) {}
