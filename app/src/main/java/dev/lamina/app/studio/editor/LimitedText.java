package dev.lamina.app.studio.editor;

/// A text that a regular expression can look at only so often: what grows without end stops with an exception.
final class LimitedText implements CharSequence {
    private final CharSequence text;
    private final long most;
    private long looks;

    /// @param most how many characters may be looked at, each as often as it is
    LimitedText(CharSequence text, long most) {
        this.text = text;
        this.most = most;
    }

    static final class TooSlowException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public char charAt(int index) {
        if (++looks > most) {
            throw new TooSlowException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
