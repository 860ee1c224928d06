/**
 * `make`, which depends on nothing but what it is given, done once for each object and the last figures beside it: what is
 * asked for again with neither changed is what was made before. It is held for as long as the object is; neither that nor what
 * is made may be changed in place.
 */
export function madeOnce<Of extends object, Made, Figures extends readonly unknown[]>(
  make: (of: Of, ...figures: Figures) => Made,
): (of: Of, ...figures: Figures) => Made {
  const known = new WeakMap<Of, { readonly figures: Figures; readonly made: Made }>();
  return (of, ...figures) => {
    const before = known.get(of);
    if (before?.figures.every((figure, at) => Object.is(figure, figures[at])) === true) return before.made;
    const made = make(of, ...figures);
    known.set(of, { figures, made });
    return made;
  };
}
