/** What goes over the wire. `budget` names the request budget that pays `weight` for it. */
export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** JSON text of a POST. */
  readonly body: string | null;
  /** Headers of the venue's own. They need the host's permission: a page would have to ask the venue for them first. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer is a zip file of one text, which stands for it; an empty one where there is no such file. Absent: JSON. */
  readonly form?: 'zip';
  readonly budget: string;
  readonly weight: number;
}
