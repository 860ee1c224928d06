/** A message as its reader sees it. */
export interface ShownMessage {
  readonly host: string;
  /** The chat or webhook. */
  readonly to: string;
  readonly text: string;
}

/** What messengers were given to show, oldest first. */
export class Inbox {
  private messages: ShownMessage[] = [];

  add(message: ShownMessage): void {
    this.messages.push(message);
  }

  clear(): void {
    this.messages = [];
  }

  get all(): readonly ShownMessage[] {
    return this.messages;
  }
}
