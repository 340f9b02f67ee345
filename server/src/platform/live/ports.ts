import type { DomainEvent } from '../../core/events.ts';
import type { Caller } from '../http/ports.ts';

/** Changes one can listen to, of one kind: `discussion/<id>`, `thread/<id>/<id>`. */
export interface TopicKind {
  /**
   * Whether somebody may listen.
   *
   * @param ids what the topic names after its kind
   * @returns the activities whose changes may change that, or null when they may not, or there is no such thing
   */
  admit(caller: Caller, ids: readonly string[]): Promise<readonly string[] | null>;
}

/** What a feature does to have its changes arrive live. */
export interface Live {
  /** Registers the topics of one kind. */
  define(kind: string, topics: TopicKind): void;
  /** Registers which topics an event changes. */
  follow(topicsOf: (event: DomainEvent) => readonly string[]): void;
}
