export interface ObserversConfig {
  /** Receives what a callback of the page throws. */
  reportError(error: unknown): void;
}

/**
 * Calls the page's callbacks after a state change is complete, never during one: a callback may call the uploader
 * again, and may throw. Events keep their order, whatever the callbacks do.
 */
export class Observers<Event> {
  readonly #config: ObserversConfig;
  readonly #subscribers = new Set<() => void>();
  readonly #listeners = new Set<(event: Event) => void>();
  #events: Event[] = [];
  #hasChanged = false;
  #isScheduled = false;
  #isDelivering = false;
  #isClosed = false;

  constructor(config: ObserversConfig) {
    this.#config = config;
  }

  /** `onChange` runs after changes; returns a function that ends this subscription. */
  subscribe(onChange: () => void): () => void {
    return added(this.#subscribers, () => onChange());
  }

  /** `onEvent` receives every event; returns a function that ends this subscription. */
  listen(onEvent: (event: Event) => void): () => void {
    return added(this.#listeners, (event) => onEvent(event));
  }

  /** Notes a change for the next delivery. */
  change(): void {
    this.#hasChanged = true;
    this.#schedule();
  }

  /**
   * Queues an event for the next delivery.
   *
   * @param repeats whether it says the same as the event before it, in whose place it is then delivered
   */
  emit(event: Event, repeats?: (last: Event) => boolean): void {
    const last = this.#events.at(-1);
    if (last && repeats?.(last)) this.#events.pop();
    this.#events.push(event);
    this.#schedule();
  }

  /** Delivers what is queued, at the end of a command. Otherwise a microtask does. */
  deliver(): void {
    if (this.#isDelivering) return;
    this.#isDelivering = true;
    while (this.#hasChanged || this.#events.length > 0) {
      this.#notify();
      const events = this.#events;
      this.#events = [];
      for (const event of events) {
        for (const listener of [...this.#listeners])
          this.#guard(() => this.#listeners.has(listener) && listener(event));
        this.#notify();
      }
    }
    this.#isDelivering = false;
    if (this.#isClosed) this.#clear();
  }

  /** Delivers what is queued, and nothing after it. */
  close(): void {
    this.#isClosed = true;
    this.deliver();
  }

  #notify(): void {
    if (!this.#hasChanged) return;
    this.#hasChanged = false;
    for (const subscriber of [...this.#subscribers])
      this.#guard(() => this.#subscribers.has(subscriber) && subscriber());
  }

  #schedule(): void {
    if (this.#isScheduled || this.#isDelivering || this.#isClosed) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      this.deliver();
    });
  }

  #guard(call: () => unknown): void {
    try {
      call();
    } catch (error) {
      this.#config.reportError(error);
    }
  }

  #clear(): void {
    this.#subscribers.clear();
    this.#listeners.clear();
    this.#events = [];
  }
}

function added<T>(set: Set<T>, member: T): () => void {
  set.add(member);
  return () => set.delete(member);
}
