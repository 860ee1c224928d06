/** Fields of an answer by their paths, `list[].price`, with the JSON types that they hold, e.g. `number|null`. */
export type AnswerFields = Readonly<Record<string, string>>;

/** What a parser looked at in an answer. */
export interface ReadFields {
  /** The answer, to be parsed in place of the original. */
  readonly json: unknown;
  /** Fields that it asked for by name and that no row of the answer has; some are optional, or another form's. */
  readonly missing: () => readonly string[];
  /** Fields that it never asked for. */
  readonly unread: () => readonly string[];
}

/** How venues word a refusal; looked for in every answer, and part of none that goes well. */
const REFUSAL_FIELDS: ReadonlySet<string> = new Set(['code', 'msg', 'label', 'message']);

const isParent = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const below = (path: string, parent: object, key: string): string => {
  if (Array.isArray(parent)) return `${path}[]`;
  return path === '' ? key : `${path}.${key}`;
};

/** The fields of decoded JSON, rows of a list taken together. */
export function fieldsOfAnswer(json: unknown): AnswerFields {
  const types = new Map<string, Set<string>>();
  const visit = (value: unknown, path: string): void => {
    if (path !== '') types.set(path, (types.get(path) ?? new Set()).add(typeOf(value)));
    if (isParent(value))
      for (const [key, child] of Object.entries(value)) visit(child, below(path, value, key));
  };
  visit(json, '');
  return Object.fromEntries([...types].map(([path, kinds]) => [path, [...kinds].toSorted().join('|')]));
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** Watches which fields of `answer` are read. Places in a row without names are not told apart. */
export function watchFields(answer: unknown): ReadFields {
  const asked = new Set<string>();
  const proxies = new WeakMap<object, object>();
  const watch = (value: unknown, path: string): unknown => {
    if (!isParent(value)) return value;
    const known = proxies.get(value);
    if (known !== undefined) return known;
    const note = (key: string | symbol): void => {
      const isName = typeof key === 'string' && !(key in Object.prototype) && !(key in Array.prototype);
      if (isName && !(Array.isArray(value) && !/^\d+$/.test(key))) asked.add(below(path, value, key));
    };
    const proxy = new Proxy(value, {
      has: (target, key) => {
        note(key);
        return Reflect.has(target, key);
      },
      get: (target, key) => {
        note(key);
        const child: unknown = Reflect.get(target, key);
        return typeof key === 'string' ? watch(child, below(path, target, key)) : child;
      },
    });
    proxies.set(value, proxy);
    return proxy;
  };
  const present = fieldsOfAnswer(answer);
  /** Rows that a list does not have are no fields; what they would hold is not known. */
  const isField = (path: string): boolean => {
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('.')));
    return !path.endsWith('[]') && !REFUSAL_FIELDS.has(path) && (parent === '' || parent in present);
  };
  return {
    json: watch(answer, ''),
    missing: () => [...asked].filter((path) => !(path in present) && isField(path)).toSorted(),
    unread: () =>
      Object.keys(present)
        .filter((path) => !asked.has(path))
        .toSorted(),
  };
}

/** How the fields of an answer differ from those of an earlier one: `+ new`, `- gone`, `~ of another type`. */
export function fieldChanges(before: AnswerFields, now: AnswerFields): readonly string[] {
  const added = Object.keys(now).filter((path) => !(path in before));
  const gone = Object.keys(before).filter((path) => !(path in now));
  const other = Object.keys(now).filter((path) => path in before && before[path] !== now[path]);
  return [
    ...added.map((path) => `+ ${path}`),
    ...gone.map((path) => `- ${path}`),
    ...other.map((path) => `~ ${path} (${before[path]} is ${now[path]})`),
  ];
}
