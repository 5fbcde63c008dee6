/// What users can do, one class per intent. The command line and the window call these and nothing below them.
package dev.lamina.app.operation;
