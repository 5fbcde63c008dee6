/// The command line: one command per class. Commands read options, call an operation and print what it returns.
package dev.lamina.app.cli;
