package dev.lamina.assembler.io;

import dev.lamina.assembler.io.Storage.IoCall;
import dev.lamina.model.problem.CancelledException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;

/// Results by key, each worked out once however many threads ask. A failure is told to all who wait, and forgotten.
public final class Once<K, V> {
    private final ConcurrentMap<K, CompletableFuture<V>> results = new ConcurrentHashMap<>();

    public V get(K key, IoCall<V> work) throws IOException {
        while (true) {
            CompletableFuture<V> mine = new CompletableFuture<>();
            CompletableFuture<V> others = results.putIfAbsent(key, mine);
            if (others == null) {
                return run(key, work, mine);
            }
            try {
                return await(others);
            } catch (CancelledException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                // another thread was told to stop, this one not: its turn
            }
        }
    }

    private V run(K key, IoCall<V> work, CompletableFuture<V> result) throws IOException {
        try {
            V value = work.call();
            result.complete(value);
            return value;
        } catch (Throwable e) {
            results.remove(key, result);
            result.completeExceptionally(e);
            throw e;
        }
    }

    private static <V> V await(CompletableFuture<V> result) throws IOException {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            throw TaskFailures.rethrown(e.getCause());
        }
    }

    /// The result will be worked out anew when it is wanted again.
    public void forget(K key) {
        results.remove(key);
    }
}
