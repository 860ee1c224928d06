interface SegmentsProps<Choice extends string> {
  readonly label: string;
  readonly choices: readonly (readonly [id: Choice, text: string, title?: string])[];
  readonly chosen: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** One of few choices, all of them in sight. */
export const Segments = <Choice extends string>(props: SegmentsProps<Choice>) => (
  <div class="segments" role="group" aria-label={props.label}>
    {props.choices.map(([id, text, title]) => (
      <button
        type="button"
        key={id}
        aria-pressed={props.chosen === id}
        title={title}
        onClick={() => props.onChoose(id)}
      >
        {text}
      </button>
    ))}
  </div>
);
