package dev.pullback.runtime.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects the items of a publisher into batches; asks for one batch at a time and never holds more. */
final class BatchSubscriber<E> implements Flow.Subscriber<E> {

    private final int batchSize;
    private final Consumer<List<E>> sink;
    private final List<E> batch;
    private final CompletableFuture<Long> batches = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private long count;

    BatchSubscriber(int batchSize, Consumer<List<E>> sink) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be at least 1, is " + batchSize);
        }
        this.batchSize = batchSize;
        this.sink = sink;
        this.batch = new ArrayList<>(batchSize);
    }

    /** The number of batches, at the end of the stream. */
    CompletionStage<Long> batches() {
        return batches;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        Objects.requireNonNull(newSubscription, "subscription is null");
        if (subscription != null) {
            newSubscription.cancel();
            return;
        }
        subscription = newSubscription;
        newSubscription.request(batchSize);
    }

    @Override
    public void onNext(E item) {
        Objects.requireNonNull(item, "item is null");
        if (batches.isDone()) {
            return;
        }
        batch.add(item);
        if (batch.size() == batchSize && drain()) {
            Objects.requireNonNull(subscription, "onNext before onSubscribe").request(batchSize);
        }
    }

    /** Hands the batch on; false if that failed, which ends the stream. */
    private boolean drain() {
        try {
            sink.accept(batch);
            count++;
            batch.clear();
            return true;
        } catch (RuntimeException e) {
            batch.clear();
            if (subscription != null) {
                subscription.cancel();
            }
            batches.completeExceptionally(e);
            return false;
        }
    }

    @Override
    public void onError(Throwable cause) {
        batches.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        if (!batches.isDone() && (batch.isEmpty() || drain())) {
            batches.complete(count);
        }
    }
}
