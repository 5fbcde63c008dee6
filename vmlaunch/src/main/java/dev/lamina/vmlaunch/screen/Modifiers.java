package dev.lamina.vmlaunch.screen;

/// The keys that are held while another is pressed.
public record Modifiers(boolean shift, boolean alt, boolean control) {
    public static final Modifiers NONE = new Modifiers(false, false, false);

    /// xterm's number for them: 1 for none.
    int number() {
        return 1 + (shift ? 1 : 0) + (alt ? 2 : 0) + (control ? 4 : 0);
    }
}
